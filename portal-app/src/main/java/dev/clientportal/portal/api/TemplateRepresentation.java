package dev.clientportal.portal.api;

import dev.clientportal.portal.task.TaskKind;
import dev.clientportal.portal.template.Template;
import dev.clientportal.portal.template.Template.TemplateTask;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What projects are made from. */
@Schema(name = "Template")
public record TemplateRepresentation(
        @Schema(readOnly = true) String id,

        @NotBlank(message = "must not be empty") @Size(max = 200, message = "must have at most 200 characters")
        String name,

        @Schema(nullable = true) @Size(max = 4000, message = "must have at most 4000 characters")
        String description,

        @Schema(
                description =
                        "Its first task greets contacts who come in for the first time. A firm has one such template:"
                                + " another one ceases to be it.")
        boolean sample,

        @NotNull(message = "must be given") @Size(max = 500, message = "must have at most 500 entries")
        List<@NotNull(message = "must be a task") @Valid Task> tasks,

        @Schema(description = "Of what was read; a change of another version is refused.")
        int version) {
    /** One of its tasks. */
    @Schema(name = "TemplateTask")
    public record Task(
            @Schema(ref = "TaskKind") TaskKind kind,

            @NotBlank(message = "must not be empty") @Size(max = 200, message = "must have at most 200 characters")
            String title,

            @Schema(nullable = true) @Size(max = 4000, message = "must have at most 4000 characters")
            String description,

            @Schema(description = "Due so many days after the project is made.", nullable = true)
            @Min(value = 0, message = "must be 0 to 3650")
            @Max(value = 3650, message = "must be 0 to 3650")
            Integer dueDays,

            @Schema(
                    description = "Whether the tasks made from it are reminded of by their due dates.",
                    defaultValue = "true")
            Boolean remind) {
        boolean reminds() {
            return remind == null || remind;
        }
    }

    Template.Content content() {
        return new Template.Content(
                name.strip(),
                description,
                sample,
                tasks.stream()
                        .map(task -> new TemplateTask(
                                task.kind() == null ? TaskKind.TO_DO : task.kind(),
                                task.title().strip(),
                                task.description(),
                                task.dueDays(),
                                task.reminds()))
                        .toList());
    }

    static TemplateRepresentation of(Template template) {
        return new TemplateRepresentation(
                template.id(),
                template.name(),
                template.description(),
                template.sample(),
                template.tasks().stream()
                        .map(task ->
                                new Task(task.kind(), task.title(), task.description(), task.dueDays(), task.remind()))
                        .toList(),
                template.version());
    }
}
