package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.company.CompanyStore;
import dev.clientportal.keycloak.directory.CompanyRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/** A company and the state of its portal. */
@Schema(name = "Company")
public record CompanyRepresentation(
        @Schema(description = "The id of the organization.") String id,
        String alias,
        String name,

        @Schema(description = "What another system calls it. No two companies of the firm have the same.")
        String externalId,

        @Schema(description = "Whether the organization is enabled in Keycloak.")
        boolean enabled,

        @Schema(description = "Whether its portal is active. Contacts get in when both are true.")
        boolean active,

        @Schema(description = "How many users belong to the company.")
        long members,

        @Schema(
                description =
                        "When a contact last signed in to it, in milliseconds since the epoch; null when none ever did.")
        Long lastSignInAt,

        @Schema(
                description =
                        "Whether the caller may change it: open and close its portal, let contacts in and shut them out.")
        boolean manage,

        @Schema(description = "Whether the caller may let in anybody, also people whom Keycloak does not know yet.")
        boolean addContacts) {

    static CompanyRepresentation of(CompanyRow row, CompanyRights rights) {
        return new CompanyRepresentation(
                row.id(),
                row.alias(),
                row.name(),
                row.externalId(),
                row.enabled(),
                row.active(),
                row.members(),
                row.lastSignInAt(),
                rights.canManage(row.id()),
                rights.canAddContacts(row.id()));
    }

    /** What the store says of it now. */
    static CompanyRepresentation of(StaffCall call, OrganizationModel company) {
        CompanyStore store = call.get(CompanyStore.class);
        boolean manage = call.staff().canManage(company);
        return new CompanyRepresentation(
                company.getId(),
                company.getAlias(),
                company.getName(),
                store.externalId(company.getId()).orElse(null),
                company.isEnabled(),
                store.isActive(company.getId()),
                call.get(OrganizationProvider.class).getMembersCount(company),
                store.lastSignInAt(company.getId()).orElse(null),
                manage,
                manage && call.staff().canManageAllContacts());
    }
}
