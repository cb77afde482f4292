package dev.clientportal.portal.api;

import dev.clientportal.portal.task.TaskKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A task to be made. */
@Schema(name = "NewTask")
public record NewTaskRepresentation(
        @Schema(ref = "TaskKind") TaskKind kind,

        @NotBlank(message = "must not be empty") @Size(max = 200, message = "must have at most 200 characters")
        String title,

        @Size(max = 4000, message = "must have at most 4000 characters")
        String description,

        LocalDate due,

        @Schema(description = "Who sees it: ids of users, or e-mail addresses. Left out: the project's contacts.")
        @Size(max = 1000, message = "must have at most 1000 entries")
        List<@NotBlank(message = "must not be empty") String> assignees,

        @Schema(description = "False keeps it with the firm until it is shared.", defaultValue = "true")
        Boolean shared,

        @Schema(
                description = "Whether who sees it is reminded by mail before and after the due date, on the days that"
                        + " the firm has chosen. Nobody is where the project's \"notify\" is false.",
                defaultValue = "true")
        Boolean remind) {
    TaskKind kindOrDefault() {
        return kind == null ? TaskKind.TO_DO : kind;
    }

    boolean isShared() {
        return shared == null || shared;
    }

    boolean reminds() {
        return remind == null || remind;
    }
}
