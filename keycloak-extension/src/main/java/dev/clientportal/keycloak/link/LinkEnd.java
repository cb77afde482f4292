package dev.clientportal.keycloak.link;

/** Why a link stopped working before it was used or ran out. */
public enum LinkEnd {
    /** A newer link took its place. */
    SUPERSEDED,
    /** Staff took it back. */
    REVOKED,
    /** The contact said "this was not me". */
    NOT_ME,
    /** The contact was disabled, blocked or removed, or changed address, or the portal was closed. */
    CLOSED
}
