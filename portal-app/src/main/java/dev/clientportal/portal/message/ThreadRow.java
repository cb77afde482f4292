package dev.clientportal.portal.message;

import dev.clientportal.portal.company.CompanyKey;

/**
 * A thread in the firm's inbox.
 *
 * @param id null where nobody has written yet
 * @param writtenAt when the newest message was
 * @param unread the firm has not read all of it
 */
public record ThreadRow(
        String id,
        String firm,
        String companyId,
        String contactId,
        String contactName,
        String companyName,
        long writtenAt,
        boolean unread) {

    /** One that nobody has written in yet; it has no id. */
    static ThreadRow fresh(Correspondent contact) {
        CompanyKey company = contact.company();
        return new ThreadRow(
                null, company.firm(), company.id(), contact.id(), contact.name(), contact.companyName(), 0, false);
    }

    public CompanyKey company() {
        return new CompanyKey(firm, companyId);
    }

    Correspondent contact() {
        return new Correspondent(company(), contactId, contactName, companyName);
    }
}
