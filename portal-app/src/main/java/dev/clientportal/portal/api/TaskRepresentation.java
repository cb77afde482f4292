package dev.clientportal.portal.api;

import dev.clientportal.portal.task.FirmTasks;
import dev.clientportal.portal.task.TaskKind;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A task and how far it is. */
@Schema(name = "Task")
public record TaskRepresentation(
        String id,
        @Schema(nullable = true) String project,
        @Schema(description = "The id of the organization.") String company,
        @Schema(ref = "TaskKind") TaskKind kind,
        String title,
        @Schema(nullable = true) String description,
        @Schema(nullable = true) LocalDate due,

        @Schema(description = "It is reminded of by its due date.")
        boolean remind,

        boolean done,

        @Schema(description = "Milliseconds since 1970.", nullable = true)
        Long doneAt,

        @Schema(description = "The name of who did it.", nullable = true)
        String doneBy) {
    static TaskRepresentation of(FirmTasks.Summary task) {
        return new TaskRepresentation(
                task.id(),
                task.projectId(),
                task.companyId(),
                task.kind(),
                task.title(),
                task.description(),
                task.due(),
                task.remind(),
                task.done(),
                task.doneAt(),
                task.doneBy());
    }
}
