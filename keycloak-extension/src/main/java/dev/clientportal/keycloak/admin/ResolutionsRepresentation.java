package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.difference.DifferenceAction;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Differences that are to be accepted or ignored. */
@Schema(name = "Resolutions")
public record ResolutionsRepresentation(
        @Schema(required = true, minItems = 1, maxItems = 1000)
        List<Resolution> differences) {
    /** What to do about one difference. */
    @Schema(name = "Resolution")
    public record Resolution(
            @Schema(required = true) String companyId,
            @Schema(required = true) String userId,

            @Schema(
                    required = true,
                    enumeration = {"firstName", "lastName", "email", "phone"})
            String field,

            @Schema(required = true) DifferenceAction action) {}
}
