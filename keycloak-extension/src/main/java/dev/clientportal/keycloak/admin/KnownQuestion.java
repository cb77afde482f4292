package dev.clientportal.keycloak.admin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Companies and people of whom somebody wants to know whether they are there. */
@Schema(name = "KnownQuestion")
public record KnownQuestion(
        @Schema(required = true, minItems = 1, maxItems = 500)
        List<Company> companies) {
    /** One company, and people who may be its contacts. */
    @Schema(name = "KnownQuestionCompany")
    public record Company(
            @Schema(maxLength = 255, description = "It is found by this, else by the alias, as when it is opened.")
            String externalId,

            @Schema(maxLength = 255) String alias,

            @Schema(maxItems = 1000, description = "Addresses; at most 1000 in all companies together.")
            List<String> emails) {}
}
