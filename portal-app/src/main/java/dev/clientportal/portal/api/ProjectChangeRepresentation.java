package dev.clientportal.portal.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a project shall be. */
@Schema(name = "ProjectChange")
public record ProjectChangeRepresentation(
        @NotBlank(message = "must not be empty") @Size(max = 200, message = "must have at most 200 characters")
        String name,

        @Schema(description = "Left out: none.", nullable = true)
        @Size(max = 4000, message = "must have at most 4000 characters")
        String description,

        @Schema(
                description =
                        "The tasks of a closed project are over for its contacts, who read and do not change them.",
                enumeration = {ProjectRepresentation.OPEN, ProjectRepresentation.CLOSED})
        @NotNull(message = "must be given")
        @Pattern(regexp = ProjectRepresentation.STATUS, message = "must be open or closed")
        String status,

        @Schema(description = "Of what was read; a change of another version is refused.")
        @NotNull(message = "must be given")
        Integer version) {
    boolean closed() {
        return status.equals(ProjectRepresentation.CLOSED);
    }
}
