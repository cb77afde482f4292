package dev.clientportal.keycloak.evidence;

/**
 * One thing that happened to one contact's access.
 *
 * @param at milliseconds since the epoch
 * @param by the id of the user or service account that did it; null for the contact and for the system
 * @param byUsername their name now; null when the realm has no such user any more
 * @param detail why a mail failed, or roughly which browser opened a link
 * @param invitationId null for what is about no invitation
 */
public record EvidenceEvent(
        EvidenceContact contact,
        EvidenceKind kind,
        long at,
        String by,
        String byUsername,
        String detail,
        String invitationId) {}
