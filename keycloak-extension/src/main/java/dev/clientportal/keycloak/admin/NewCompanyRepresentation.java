package dev.clientportal.keycloak.admin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A company to open, by a name that the caller knows it by. */
@Schema(name = "NewCompany")
public record NewCompanyRepresentation(
        @Schema(
                maxLength = 255,
                description =
                        "What the caller's own system calls it. The company is found by it; one that has none gets it.")
        String externalId,

        @Schema(
                maxLength = 255,
                description =
                        "The organization's alias, by which it is found when no company has the external id. A new "
                                + "company gets it; when left out, one is made of the external id.")
        String alias,

        @Schema(maxLength = 255, description = "For a new company. The name of one that is there stays.")
        String name,

        @Schema(description = "Also activate its portal. Otherwise that stays as it is.")
        Boolean active) {}
