package dev.clientportal.portal.api;

import dev.clientportal.portal.audit.Action;
import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.audit.AuditEntry;
import dev.clientportal.portal.audit.Subject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody did. */
@Schema(name = "AuditEntry")
public record AuditEntryRepresentation(
        String id,
        @Schema(description = "Milliseconds since 1970.") long happenedAt,
        ActorRepresentation actor,

        @Schema(ref = "AuditAction") Action action,

        SubjectRepresentation subject,

        @Schema(description = "The id of the task that the subject is or belongs to.", nullable = true)
        String task,

        @Schema(description = "The id of the project that the subject is or belongs to.", nullable = true)
        String project) {
    /** Who did it. */
    @Schema(name = "AuditActor")
    public record ActorRepresentation(
            @Schema(ref = "AuditActorKind") Actor.Kind kind,

            @Schema(description = "The user's id; empty for what the portal does by itself, in the firm's name.")
            String id,

            @Schema(description = "As it was then; missing in entries from before names were kept.", nullable = true)
            String name) {}

    /** What it was done to. */
    @Schema(name = "AuditSubject")
    public record SubjectRepresentation(
            @Schema(ref = "AuditSubjectKind") Subject.Kind kind,

            @Schema(description = "Of a message the conversation's, of a contact the user's.")
            String id,

            @Schema(
                    description =
                            "As it is now; missing when it is gone, and for contacts. Of a message the name of the"
                                    + " contact with whom the conversation is.",
                    nullable = true)
            String title) {}

    static AuditEntryRepresentation of(AuditEntry entry) {
        return new AuditEntryRepresentation(
                entry.id(),
                entry.happenedAt(),
                new ActorRepresentation(entry.actorKind(), entry.actorId(), entry.actorName()),
                entry.action(),
                new SubjectRepresentation(entry.action().subject(), entry.subject(), entry.title()),
                entry.task(),
                entry.project());
    }
}
