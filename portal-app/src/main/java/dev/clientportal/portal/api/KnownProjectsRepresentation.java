package dev.clientportal.portal.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which of them do. */
@Schema(name = "KnownProjects")
public record KnownProjectsRepresentation(
        @Schema(description = "External ids of projects that the caller sees.")
        List<String> items) {}
