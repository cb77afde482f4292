package dev.clientportal.keycloak.access;

/** What staff decided about one contact in one company. */
public enum AccessState {
    NONE,
    ENABLED,
    DISABLED,
    BLOCKED
}
