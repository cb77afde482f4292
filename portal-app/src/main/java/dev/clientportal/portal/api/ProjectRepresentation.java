package dev.clientportal.portal.api;

import dev.clientportal.portal.project.FirmProjects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A project and how far it is. */
@Schema(name = "Project")
public record ProjectRepresentation(
        String id,
        @Schema(nullable = true) String externalId,
        @Schema(description = "The id of the organization.") String company,
        String name,
        @Schema(nullable = true) String description,
        boolean closed,
        @Schema(description = "Milliseconds since 1970.") long createdAt,
        @Schema(description = "How many tasks it has.") long tasks,
        @Schema(description = "How many of them are done.") long tasksDone) {
    static ProjectRepresentation of(FirmProjects.Summary project) {
        return new ProjectRepresentation(
                project.id(),
                project.externalId(),
                project.companyId(),
                project.name(),
                project.description(),
                project.closed(),
                project.createdAt(),
                project.tasks(),
                project.tasksDone());
    }
}
