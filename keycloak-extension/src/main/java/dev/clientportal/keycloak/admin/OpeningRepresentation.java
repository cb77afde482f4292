package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.opening.Openings.Opening;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An opening of many companies' portals, and how far it is. */
@Schema(name = "Opening")
public record OpeningRepresentation(
        String id,

        @Schema(description = "The id of the user who asked for it.")
        String startedBy,

        @Schema(description = "In milliseconds.") long startedAt,

        @Schema(description = "When all was done; null while it goes on, and when it was cancelled.", nullable = true)
        Long finishedAt,

        @Schema(
                description = "When somebody stopped it, or it stopped because who asked for it is not there any more.",
                nullable = true)
        Long cancelledAt,

        boolean invite,
        boolean silent,

        @Schema(description = "How many companies it is about.")
        long companies,

        @Schema(description = "How many of them are done.") long done) {

    static OpeningRepresentation of(Opening opening) {
        return new OpeningRepresentation(
                opening.id(),
                opening.starter().userId(),
                opening.startedAt(),
                opening.finishedAt(),
                opening.cancelledAt(),
                opening.invite(),
                opening.silent(),
                opening.companies(),
                opening.done());
    }
}
