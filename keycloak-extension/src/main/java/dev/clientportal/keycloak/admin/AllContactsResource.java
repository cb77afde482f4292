package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.directory.ContactFilter;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.directory.PageRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Contacts over all companies: one row per contact and company. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
public final class AllContactsResource {
    private final StaffCall call;

    AllContactsResource(StaffCall call) {
        this.call = call;
    }

    @GET
    @Operation(
            summary = "List contacts over all companies",
            description = "By username, one item per contact and company. Callers who may see only some can "
                    + "get pages that are shorter than asked for: go on while there is a next.")
    @APIResponse(responseCode = "200", description = "One page.")
    public PageRepresentation<ContactRepresentation> list(
            @QueryParam("search") String search,
            @QueryParam("state") String state,
            @QueryParam("after") String after,
            @QueryParam("max") String max) {
        call.staff().requireQueryCompanies();
        call.staff().requireQueryContacts();
        ContactFilter filter =
                new ContactFilter(null, null, Check.search(search), Check.oneOf("state", state, AccessState.class));
        PageRequest page = PageRequest.of(after, max, Directory.CONTACT_KEYS);
        CompanyRights rights = new CompanyRights(call);
        return PageRepresentation.of(
                new VisibleContacts(call).page(filter, page),
                row -> ContactRepresentation.of(row, rights.canManage(row.companyId())));
    }
}
