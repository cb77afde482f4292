package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.directory.InvitationRow;
import dev.clientportal.keycloak.directory.InvitationState;
import dev.clientportal.keycloak.link.LinkEnd;
import dev.clientportal.keycloak.mail.MailKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One invitation in the ledger. Times are milliseconds since the epoch. It never carries the link. */
@Schema(name = "Invitation")
public record InvitationRepresentation(
        String id,

        @Schema(description = "What the mail is about: an invitation alone, or something that another system told.")
        MailKind kind,

        String companyId,
        String userId,
        InvitationState state,

        @Schema(description = "Why the mail failed, was cancelled or is late.")
        String reason,

        @Schema(description = "How often the mail was tried.")
        int attempts,

        @Schema(description = "The id of the user or service account that asked.")
        String requestedBy,

        long queuedAt,
        Long sentAt,

        @Schema(description = "When the link runs out; null until the mail is made.")
        Long expiresAt,

        @Schema(description = "When a browser first showed the link's page.")
        Long openedAt,

        @Schema(description = "Roughly which browser that was.")
        String openedBy,

        Long acceptedAt,

        @Schema(description = "When the link was ended before it was used.")
        Long revokedAt,

        @Schema(description = "Why.") LinkEnd revokedWhy) {

    static InvitationRepresentation of(InvitationRow row) {
        return new InvitationRepresentation(
                row.id(),
                row.kind(),
                row.companyId(),
                row.userId(),
                row.state(),
                row.reason(),
                row.attempts(),
                row.requestedBy(),
                row.queuedAt(),
                row.sentAt(),
                row.expiresAt(),
                row.openedAt(),
                row.openedBy(),
                row.acceptedAt(),
                row.endedAt(),
                row.endedWhy());
    }
}
