package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.directory.MailRow;
import dev.clientportal.keycloak.mail.MailKind;
import dev.clientportal.keycloak.mail.MailLink;
import dev.clientportal.keycloak.mail.MailState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One mail of the firm. Times are milliseconds since the epoch. It carries no address, no text and no link. */
@Schema(name = "Mail")
public record MailRepresentation(
        String id,
        MailKind kind,
        MailState state,

        @Schema(description = "Why it failed, was cancelled or is late.")
        String reason,

        int attempts,
        String companyId,

        @Schema(description = "The contact; null while nobody knows whose address was typed.")
        String userId,

        @Schema(description = "The id of the user or service account that asked; null when the contact did.")
        String requestedBy,

        long queuedAt,

        @Schema(description = "When it is tried next, or was due.")
        long dueAt,

        Long sentAt,
        Long endedAt,

        @Schema(
                description =
                        "Which link it carries: one that invites, one that completes a login, or the bare target, "
                                + "which lets nobody in. While the mail waits, which one it would be now.")
        MailLink link,

        @Schema(description = "It failed because its address was refused, or came back.")
        boolean bounced) {

    static MailRepresentation of(MailRow row) {
        return new MailRepresentation(
                row.id(),
                row.kind(),
                row.state(),
                row.reason(),
                row.attempts(),
                row.companyId(),
                row.userId(),
                row.requestedBy(),
                row.queuedAt(),
                row.dueAt(),
                row.sentAt(),
                row.endedAt(),
                row.link(),
                row.bounced());
    }
}
