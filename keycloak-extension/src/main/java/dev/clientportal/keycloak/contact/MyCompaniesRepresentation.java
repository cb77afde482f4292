package dev.clientportal.keycloak.contact;

import dev.clientportal.keycloak.access.AccessFacts;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The companies that a contact may enter now. */
@Schema(name = "MyCompanies")
public record MyCompaniesRepresentation(List<Company> items) {
    /** One of them. */
    @Schema(name = "MyCompany")
    public record Company(
            @Schema(description = "The id of the organization.")
            String id,

            @Schema(description = "Enter it with company=<alias>.")
            String alias,

            String name,

            @Schema(description = "The https address in the organization's attribute logo.", nullable = true)
            String logo,

            @Schema(description = "When the contact last entered, in milliseconds.", nullable = true)
            Long lastUsedAt) {

        static Company of(AccessFacts company) {
            return new Company(
                    company.orgId(),
                    company.alias(),
                    company.companyName(),
                    company.logo() != null && company.logo().startsWith("https://") ? company.logo() : null,
                    company.lastUsedAt());
        }
    }
}
