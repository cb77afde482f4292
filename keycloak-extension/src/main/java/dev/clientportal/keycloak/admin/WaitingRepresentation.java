package dev.clientportal.keycloak.admin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The firm's mails that wait. */
@Schema(name = "WaitingMails")
public record WaitingRepresentation(
        long count,

        @Schema(description = "When the first of them was queued; null when none waits.")
        Long oldestQueuedAt,

        @Schema(description = "How long that is ago.") long oldestSeconds) {}
