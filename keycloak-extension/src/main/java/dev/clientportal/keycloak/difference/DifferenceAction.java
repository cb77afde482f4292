package dev.clientportal.keycloak.difference;

/** What staff can do about a difference. Neither touches the contact's own profile. */
public enum DifferenceAction {
    /** The firm's record takes the contact's value over. */
    ACCEPT,
    /** The firm's record stays; the difference comes back when the contact's value becomes another one. */
    IGNORE
}
