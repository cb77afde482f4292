package dev.clientportal.keycloak.transfer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The gate of one company. */
@Schema(name = "CompanyEntry")
public record CompanyEntry(
        @Schema(description = "The organization's alias.") String company,

        @Schema(description = "Whether the company's portal is active.")
        Boolean active,

        @Schema(description = "When that changed last.") Long changedAt,

        @Schema(
                description =
                        "What another system calls the company. One that is there already stays when it is left out.")
        String externalId) {}
