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

        @Schema(enumeration = {OPEN, CLOSED}) String status,
        @Schema(description = "Milliseconds since 1970.") long createdAt,
        @Schema(description = "How many tasks it has.") long tasks,
        @Schema(description = "How many of them are done.") long tasksDone,

        @Schema(description = "To be sent with a change.") int version) {
    static final String OPEN = "open";
    static final String CLOSED = "closed";
    static final String STATUS = OPEN + "|" + CLOSED;

    static ProjectRepresentation of(FirmProjects.Summary project) {
        return new ProjectRepresentation(
                project.id(),
                project.externalId(),
                project.companyId(),
                project.name(),
                project.description(),
                project.closed() ? CLOSED : OPEN,
                project.createdAt(),
                project.tasks(),
                project.tasksDone(),
                project.version());
    }
}
