package dev.clientportal.keycloak.link;

/** What a mailed link is for. */
public enum LinkPurpose {
    INVITATION,
    LOGIN
}
