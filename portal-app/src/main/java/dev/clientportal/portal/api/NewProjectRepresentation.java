package dev.clientportal.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A project to be made. */
@Schema(name = "NewProject")
public record NewProjectRepresentation(
        @Schema(description = "The caller's own name for it, once in a firm. The same content again makes nothing new.")
        @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
        String externalId,

        @Schema(description = "The company's alias, or the id of its organization.")
        @NotBlank(message = "must not be empty")
        @Size(max = 255, message = "must have at most 255 characters")
        String company,

        @NotBlank(message = "must not be empty") @Size(max = 200, message = "must have at most 200 characters")
        String name,

        @Size(max = 4000, message = "must have at most 4000 characters")
        String description,

        @Schema(description = "The id or the name of the template whose tasks it begins with.")
        @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
        String template,

        @Schema(
                description =
                        "Who sees its tasks: ids of users, or e-mail addresses. Left out or empty: every contact of"
                                + " the company, also those to come.")
        @Size(max = 1000, message = "must have at most 1000 entries")
        List<@NotBlank(message = "must not be empty") String> contacts,

        @Schema(description = "Behind those of the template.")
        @Size(max = 500, message = "must have at most 500 entries")
        List<@NotNull(message = "must be a task") @Valid NewTaskRepresentation> tasks,

        @Schema(
                name = "notify",
                description =
                        "Whether the contacts who see its tasks are told by mail, once each. Who has not accepted an"
                                + " invitation yet gets one in it.",
                defaultValue = "true")
        @JsonProperty("notify")
        Boolean tell,

        @Schema(
                description =
                        "Contacts of the company who get no mail about the new project: ids of users, or e-mail addresses."
                                + " They see its tasks and are reminded of them as everybody. Not part of the content: "
                                + "the same project is the same whoever was not told of it.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Size(max = 1000, message = "must have at most 1000 entries")
        List<@NotBlank(message = "must not be empty") String> notTold) {
    boolean notifies() {
        return tell == null || tell;
    }

    /** What makes it the same when it is asked for again. */
    NewProjectRepresentation content() {
        return new NewProjectRepresentation(
                externalId, company, name, description, template, contacts, tasks, tell, null);
    }

    /** Every contact that it names. */
    List<String> named() {
        Stream<String> assigned = tasksOrNone().stream()
                .map(NewTaskRepresentation::assignees)
                .filter(Objects::nonNull)
                .flatMap(List::stream);
        return Stream.of(contactsOrNone().stream(), assigned, notToldOrNone().stream())
                .flatMap(Function.identity())
                .toList();
    }

    List<String> notToldOrNone() {
        return notTold == null ? List.of() : notTold;
    }

    List<String> contactsOrNone() {
        return contacts == null ? List.of() : contacts;
    }

    List<NewTaskRepresentation> tasksOrNone() {
        return tasks == null ? List.of() : tasks;
    }
}
