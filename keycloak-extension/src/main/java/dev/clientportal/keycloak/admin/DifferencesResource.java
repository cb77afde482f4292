package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.difference.DifferenceFilter;
import dev.clientportal.keycloak.difference.RecordStore;
import dev.clientportal.keycloak.directory.PageRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.keycloak.models.OrganizationModel;

/** Where the profiles of one company's contacts differ from the firm's record. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Differences")
public final class DifferencesResource {
    private final StaffCall call;
    private final OrganizationModel company;

    DifferencesResource(StaffCall call, OrganizationModel company) {
        this.call = call;
        this.company = company;
    }

    @GET
    @Operation(
            summary = "List where contacts of a company differ from the firm's record",
            description = "By username, one item per contact, company and field. Callers who may see only some can "
                    + "get pages that are shorter than asked for: go on while there is a next.")
    @APIResponse(responseCode = "200", description = "One page.")
    public PageRepresentation<DifferenceRepresentation> list(
            @QueryParam("after") String after, @QueryParam("max") String max) {
        call.staff().requireQueryContacts();
        return page(call, company.getId(), PageRequest.of(after, max, RecordStore.DIFFERENCE_KEYS));
    }

    /** @param companyId null for all companies */
    static PageRepresentation<DifferenceRepresentation> page(StaffCall call, String companyId, PageRequest page) {
        DifferenceFilter filter = new DifferenceFilter(companyId, null, null);
        CompanyRights rights = new CompanyRights(call);
        return PageRepresentation.of(
                new VisibleContacts(call).page(companyId, () -> call.get(RecordStore.class)
                        .differences(call.realm().getId(), filter, page)),
                row -> DifferenceRepresentation.of(row, rights.canManage(row.companyId())));
    }
}
