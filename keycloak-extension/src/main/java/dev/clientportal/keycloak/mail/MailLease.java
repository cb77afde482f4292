package dev.clientportal.keycloak.mail;

import java.util.List;

/**
 * Mails that one connector has for itself for a while.
 *
 * @param id which its reports name
 * @param until when others may take what was not reported, in milliseconds
 * @param more whether others were due as well
 */
public record MailLease(String id, long until, List<Entry> mails, boolean more) {
    /** One mail of it. */
    public record Entry(String mailId, String messageId, RenderedMail mail) {}
}
