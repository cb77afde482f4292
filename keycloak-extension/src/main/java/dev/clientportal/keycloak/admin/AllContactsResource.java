package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.directory.ContactFilter;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.directory.PageRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Contacts over all companies: one row per contact and company. */
@Produces(MediaType.APPLICATION_JSON)
public final class AllContactsResource {
    private final StaffCall call;

    AllContactsResource(StaffCall call) {
        this.call = call;
    }

    @GET
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
        return PageRepresentation.of(new VisibleContacts(call).page(filter, page), ContactRepresentation::of);
    }
}
