package dev.clientportal.keycloak.mail;

/** How far the talk with a mail server came before it said no, or broke off. */
public enum SmtpStep {
    /** No connection, no encryption, or no login. */
    CONNECTION,
    /** The sender was named (MAIL). */
    SENDER,
    /** The recipient was named (RCPT). */
    RECIPIENT,
    /** The mail itself (DATA), or what comes after it. */
    CONTENT
}
