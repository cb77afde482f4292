package dev.clientportal.keycloak.mail;

/** What the link in a mail is. For a notice it is decided when the mail is asked for, and again when it is made. */
public enum MailLink {
    /** Lets the contact in, once. */
    INVITATION,
    /** Completes the login that was begun. */
    LOGIN,
    /** The bare address of a page in the portal: it holds no secret and lets nobody in. */
    TARGET
}
