package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.directory.ContactFilter;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.directory.PageRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.keycloak.models.OrganizationModel;

/** The contacts of one company. */
@Produces(MediaType.APPLICATION_JSON)
public final class ContactsResource {
    private final StaffCall call;
    private final OrganizationModel company;

    ContactsResource(StaffCall call, OrganizationModel company) {
        this.call = call;
        this.company = company;
    }

    @GET
    public PageRepresentation<ContactRepresentation> list(
            @QueryParam("search") String search,
            @QueryParam("state") String state,
            @QueryParam("after") String after,
            @QueryParam("max") String max) {
        call.staff().requireQueryContacts();
        ContactFilter filter = new ContactFilter(
                company.getId(), null, Check.search(search), Check.oneOf("state", state, AccessState.class));
        PageRequest page = PageRequest.of(after, max, Directory.CONTACT_KEYS);
        return PageRepresentation.of(new VisibleContacts(call).page(filter, page), ContactRepresentation::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(InputStream body) {
        call.staff().requireManage(company);
        NewContactRepresentation wanted = JsonBody.read(call.session(), body, NewContactRepresentation.class);
        return new ContactAddition(call, company, wanted).run();
    }

    @Path("{user}")
    public ContactResource contact(@PathParam("user") String id) {
        return new ContactResource(call, company, new Lookup(call).contact(company, id));
    }
}
