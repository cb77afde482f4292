package dev.clientportal.keycloak.directory;

import dev.clientportal.keycloak.link.LinkEnd;
import dev.clientportal.keycloak.mail.MailKind;

/** One invitation in the ledger: its mail and its link told as one story. Times are milliseconds. */
public record InvitationRow(
        String id,
        MailKind kind,
        String companyId,
        String userId,
        InvitationState state,
        String reason,
        int attempts,
        String requestedBy,
        long queuedAt,
        Long sentAt,
        Long expiresAt,
        Long openedAt,
        String openedBy,
        Long acceptedAt,
        Long endedAt,
        LinkEnd endedWhy)
        implements OfContact {}
