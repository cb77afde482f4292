package dev.clientportal.keycloak.link;

/**
 * One mailed link. It can be used only after it was sealed, which happens when its mail is rendered: until then no secret
 * exists. Times are milliseconds since the epoch.
 */
public interface Link {
    String getId();

    String getRealmId();

    /** Null when the contact of a login link has more than one open company. */
    String getOrgId();

    String getUserId();

    LinkPurpose getPurpose();

    /** SHA-256 of the address it was mailed to: a later change of address ends it. */
    String getAddressHash();

    String getCodeHash();

    long getCreatedAt();

    /** Zero until the link is sealed. */
    long getExpiresAt();

    Long getConsumedAt();

    Long getEndedAt();

    LinkEnd getEnd();

    Origin getOrigin();

    /** The page in the portal that the contact lands on; null for the portal's start page. */
    String getTarget();

    void leadTo(String target);

    Long getOpenedAt();

    String getOpenedBy();

    /** What the link can do now. */
    default State stateAt(long now) {
        if (getConsumedAt() != null) return State.USED;
        if (getEnd() != null) return getEnd() == LinkEnd.SUPERSEDED ? State.SUPERSEDED : State.REVOKED;
        return getExpiresAt() <= now ? State.EXPIRED : State.LIVE;
    }

    /** See {@link #stateAt}. */
    enum State {
        LIVE,
        USED,
        EXPIRED,
        SUPERSEDED,
        REVOKED
    }
}
