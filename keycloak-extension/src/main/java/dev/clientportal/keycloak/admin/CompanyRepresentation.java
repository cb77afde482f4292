package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.directory.CompanyRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A company and the state of its portal. */
@Schema(name = "Company")
public record CompanyRepresentation(
        @Schema(description = "The id of the organization.") String id,
        String alias,
        String name,

        @Schema(description = "Whether the organization is enabled in Keycloak.")
        boolean enabled,

        @Schema(description = "Whether its portal is active. Contacts get in when both are true.")
        boolean active,

        @Schema(description = "How many users belong to the company.")
        long members) {

    static CompanyRepresentation of(CompanyRow row) {
        return new CompanyRepresentation(row.id(), row.alias(), row.name(), row.enabled(), row.active(), row.members());
    }
}
