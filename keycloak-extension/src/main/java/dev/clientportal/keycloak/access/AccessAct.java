package dev.clientportal.keycloak.access;

/** What somebody did about one contact's access to one company, as the log of access keeps it. */
public enum AccessAct {
    ENABLED,
    DISABLED,
    BLOCKED,
    UNBLOCKED,
    /** Took the open invitation back. */
    REVOKED
}
