package dev.clientportal.keycloak.directory;

import dev.clientportal.keycloak.link.LinkEnd;
import dev.clientportal.keycloak.mail.MailState;

/** How far one invitation is: what became of its mail, and then of its link. */
public enum InvitationState {
    /** The mail waits to be sent. */
    QUEUED,
    /** The mail was sent; the link waits to be used. */
    SENT,
    /** The contact has seen the link's page. */
    OPENED,
    /** The contact came in by it. */
    ACCEPTED,
    /** Nobody used it in time. */
    EXPIRED,
    /** A newer invitation took its place. */
    SUPERSEDED,
    /** Staff took it back, the contact rejected it, or access was closed. */
    REVOKED,
    /** The mail could not be sent; the reason is with it. */
    FAILED,
    /** The mail was not sent because the contact may not come in any more. */
    CANCELLED;

    /**
     * @param expiresAt zero until the mail is sent
     * @param end why the link ended early, or null
     */
    public static InvitationState of(
            MailState mail, Long openedAt, Long acceptedAt, long expiresAt, LinkEnd end, long now) {
        if (acceptedAt != null) return ACCEPTED;
        if (mail == MailState.FAILED) return FAILED;
        if (end == LinkEnd.SUPERSEDED) return SUPERSEDED;
        if (end != null) return REVOKED;
        if (mail == MailState.CANCELLED) return CANCELLED;
        if (mail == MailState.QUEUED) return QUEUED;
        if (expiresAt > 0 && expiresAt <= now) return EXPIRED;
        return openedAt != null ? OPENED : SENT;
    }
}
