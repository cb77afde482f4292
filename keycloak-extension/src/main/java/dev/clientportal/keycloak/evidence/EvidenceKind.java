package dev.clientportal.keycloak.evidence;

import dev.clientportal.keycloak.access.AccessAct;

/** What can happen to a contact's access. The order is that of things that happen in the same moment. */
public enum EvidenceKind {
    ENABLED,
    /** An invitation was asked for. */
    INVITED,
    /** The mail server took the invitation. */
    SENT,
    /** The invitation could not be sent. */
    FAILED,
    /** The invitation was not sent, because the contact might not come in any more. */
    CANCELLED,
    /** A browser showed the link's page. */
    OPENED,
    /** The contact came in by the invitation. */
    ACCEPTED,
    /** The contact said "this was not me". */
    REJECTED,
    /** The invitation was taken back. */
    REVOKED,
    DISABLED,
    BLOCKED,
    UNBLOCKED;

    public static EvidenceKind of(AccessAct act) {
        return valueOf(act.name());
    }
}
