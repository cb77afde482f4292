package dev.clientportal.keycloak.admin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of each difference, in the order of the request. */
@Schema(name = "ResolutionsResult")
public record ResolutionsResultRepresentation(List<Resolved> differences) {
    /** What became of one difference. */
    @Schema(name = "Resolved")
    public record Resolved(
            String companyId,
            String userId,
            String field,

            @Schema(description = "accepted, ignored, no_difference, not_found, not_allowed, or failed.")
            String outcome) {}
}
