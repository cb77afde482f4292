package dev.clientportal.keycloak.directory;

/**
 * Failed mails of the ledger.
 *
 * @param bounced those of them whose address was refused, or that came back
 */
public record FailedMails(long mails, long bounced) {}
