package dev.clientportal.portal.message;

import dev.clientportal.portal.company.CompanyKey;

/**
 * A thread in the firm's inbox.
 *
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

    public CompanyKey company() {
        return new CompanyKey(firm, companyId);
    }

    Correspondent contact() {
        return new Correspondent(company(), contactId, contactName, companyName);
    }
}
