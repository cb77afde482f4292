package dev.clientportal.keycloak.mail;

/** How far a mail is. */
public enum MailState {
    QUEUED,
    SENT,
    /** Given up; the reason is with the mail. */
    FAILED,
    /** Not sent because the contact may not come in any more. */
    CANCELLED
}
