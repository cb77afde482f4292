package dev.clientportal.keycloak.mail;

/** Who sends the mails of the outbox. */
enum WayOut {
    /** A worker in the server. */
    KEYCLOAK,
    /** Whoever leases them over REST. */
    CONNECTOR
}
