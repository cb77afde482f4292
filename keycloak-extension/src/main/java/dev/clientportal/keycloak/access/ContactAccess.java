package dev.clientportal.keycloak.access;

import java.util.Set;

/** The portal access of one contact in one company. Setters change the row; times are milliseconds since the epoch. */
public interface ContactAccess {
    String getOrgId();

    String getUserId();

    AccessState getState();

    void setState(AccessState state);

    /** Set by unblocking: the contact is in again only after accepting a new invitation. */
    boolean isMustAccept();

    void setMustAccept(boolean mustAccept);

    /** When the contact first came in by an invitation; null before that. */
    Long getAcceptedAt();

    void setAcceptedAt(Long acceptedAt);

    /** When an invitation was last asked for; null before the first. */
    Long getInvitedAt();

    void setInvitedAt(Long invitedAt);

    /** Opened without a welcome: no welcome mail, no sample task. */
    boolean isSilent();

    void setSilent(boolean silent);

    Set<ContactRight> getWithheld();

    void setWithheld(Set<ContactRight> withheld);

    void setChangedAt(long changedAt);
}
