package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.diagnosis.Diagnosis;
import dev.clientportal.keycloak.directory.ContactFilter;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.directory.PageRequest;
import dev.clientportal.keycloak.problem.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/** The contacts of one company. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
public final class ContactsResource {
    private final StaffCall call;
    private final OrganizationModel company;

    ContactsResource(StaffCall call, OrganizationModel company) {
        this.call = call;
        this.company = company;
    }

    @GET
    @Operation(
            summary = "List a company's contacts",
            description = "By username. Callers who may see only some can get pages that are shorter than "
                    + "asked for: go on while there is a next.")
    @APIResponse(responseCode = "200", description = "One page.")
    public PageRepresentation<ContactRepresentation> list(
            @QueryParam("search") String search,
            @QueryParam("state") String state,
            @QueryParam("after") String after,
            @QueryParam("max") String max) {
        call.staff().requireQueryContacts();
        ContactFilter filter = new ContactFilter(
                company.getId(), null, Check.search(search), Check.oneOf("state", state, AccessState.class));
        PageRequest page = PageRequest.of(after, max, Directory.CONTACT_KEYS);
        boolean manage = call.staff().canManage(company);
        return PageRepresentation.of(
                new VisibleContacts(call).page(filter, page), row -> ContactRepresentation.of(row, manage));
    }

    @POST
    @Operation(
            summary = "Let somebody in by their e-mail address",
            description = "Finds or creates the user, makes them a member of the company and enables their "
                    + "access; invites them if asked to. Repeating it changes nothing, except that "
                    + "invite sends again.")
    @APIResponse(
            responseCode = "200",
            description = "Was a member already.",
            content = @Content(schema = @Schema(implementation = ContactRepresentation.class)))
    @APIResponse(
            responseCode = "201",
            description = "Is a member now.",
            content = @Content(schema = @Schema(implementation = ContactRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewContactRepresentation.class)))
    @Refuses({
        Problem.FIRM_INACTIVE,
        Problem.COMPANY_INACTIVE,
        Problem.USER_DISABLED,
        Problem.CONTACT_BLOCKED,
        Problem.ADDRESS_IN_USE,
        Problem.TOO_MANY
    })
    public Response add(InputStream body) {
        call.staff().requireManage(company);
        NewContactRepresentation wanted = JsonBody.read(call.session(), body, NewContactRepresentation.class);
        return new ContactAddition(call, company, wanted).run();
    }

    @POST
    @Path("bulk")
    @Operation(
            summary = "Let many people in by their e-mail addresses",
            description = "As for one of them, but whom somebody disabled or blocked by name stays so, and nobody is "
                    + "invited. Each reports their own outcome and stops no other; repeating it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each.",
            content = @Content(schema = @Schema(implementation = AddedContactsRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewContactsRepresentation.class)))
    @Refuses(Problem.FIRM_INACTIVE)
    public AddedContactsRepresentation addMany(InputStream body) {
        call.staff().requireManage(company);
        NewContactsRepresentation wanted = JsonBody.readLarge(call.session(), body, NewContactsRepresentation.class);
        return new ContactsAddition(call, company, wanted).run();
    }

    @POST
    @Path("find")
    @Operation(
            summary = "Find contacts by their ids or addresses",
            description = "Changes nothing. Who is no contact of the company, or not the caller's to see, is left out.")
    @APIResponse(
            responseCode = "200",
            description = "Those who were found.",
            content = @Content(schema = @Schema(implementation = FoundContactsRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContactKeysRepresentation.class)))
    public FoundContactsRepresentation find(InputStream body) {
        ContactKeysRepresentation wanted = JsonBody.readLarge(call.session(), body, ContactKeysRepresentation.class);
        return new ContactSearch(call, company).find(wanted);
    }

    @GET
    @Path("{user}/diagnosis")
    @Operation(
            summary = "Ask why a contact cannot log in",
            description = "Looks at every gate, the set-up, mails, links, limits and sessions; each finding says what "
                    + "fixes it. Also for users who are not members of the company.")
    @APIResponse(
            responseCode = "200",
            description = "What was found.",
            content = @Content(schema = @Schema(implementation = DiagnosisRepresentation.class)))
    public DiagnosisRepresentation diagnose(@PathParam("user") String id) {
        UserModel user = new Lookup(call).user(id);
        return DiagnosisRepresentation.of(new Diagnosis(call.session(), call.realm(), company, user));
    }

    @Path("{user}")
    public ContactResource contact(@PathParam("user") String id) {
        return new ContactResource(call, company, new Lookup(call).contact(company, id));
    }
}
