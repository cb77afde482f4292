package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.ACTION;
import static org.keycloak.events.admin.OperationType.UPDATE;

import dev.clientportal.keycloak.access.AccessChange;
import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.access.ContactAccess;
import dev.clientportal.keycloak.access.ContactRight;
import dev.clientportal.keycloak.access.ContactStore;
import dev.clientportal.keycloak.directory.ContactFilter;
import dev.clientportal.keycloak.directory.ContactRow;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.directory.PageRequest;
import dev.clientportal.keycloak.problem.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/** One contact in one company: the third gate, and the rights behind it. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
public final class ContactResource {
    private static final PageRequest ONE = new PageRequest(List.of(), 1);

    private final StaffCall call;
    private final OrganizationModel company;
    private final UserModel contact;
    private final AccessChange access;

    ContactResource(StaffCall call, OrganizationModel company, UserModel contact) {
        this.call = call;
        this.company = company;
        this.contact = contact;
        this.access =
                new AccessChange(call.session(), call.realm(), call.staff().id());
    }

    @GET
    @Operation(summary = "Read a contact")
    @APIResponse(
            responseCode = "200",
            description = "The contact.",
            content = @Content(schema = @Schema(implementation = ContactRepresentation.class)))
    public ContactRepresentation read() {
        ContactFilter filter = ContactFilter.one(company.getId(), contact.getId());
        ContactRow row = call.get(Directory.class)
                .contacts(call.realm().getId(), filter, ONE)
                .items()
                .get(0);
        return ContactRepresentation.of(row, call.staff().canManage(company));
    }

    @POST
    @Path("enable")
    @Operation(summary = "Enable a contact's access", description = "Doing it twice is doing it once.")
    @APIResponse(
            responseCode = "200",
            description = "The contact.",
            content = @Content(schema = @Schema(implementation = ContactRepresentation.class)))
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EnableRepresentation.class)))
    @Refuses({Problem.FIRM_INACTIVE, Problem.NO_VALID_ADDRESS, Problem.CONTACT_BLOCKED})
    public ContactRepresentation enable(InputStream body) {
        call.staff().requireManage(company);
        EnableRepresentation wanted =
                JsonBody.readOr(new EnableRepresentation(false), call.session(), body, EnableRepresentation.class);
        return enable(Boolean.TRUE.equals(wanted.silent()));
    }

    ContactRepresentation enable(boolean silent) {
        return change(() -> access.enable(company, contact, silent));
    }

    @POST
    @Path("disable")
    @Operation(
            summary = "Disable a contact's access",
            description = "Links, sessions and offline tokens of this company end at once; those of others go on.")
    @APIResponse(
            responseCode = "200",
            description = "The contact.",
            content = @Content(schema = @Schema(implementation = ContactRepresentation.class)))
    @Refuses({Problem.CONTACT_BLOCKED})
    public ContactRepresentation disable() {
        call.staff().requireManage(company);
        return change(() -> access.disable(company, contact));
    }

    @POST
    @Path("block")
    @Operation(
            summary = "Block a contact",
            description = "As disabling, and nothing automated reaches the contact for this company until "
                    + "somebody unblocks them.")
    @APIResponse(
            responseCode = "200",
            description = "The contact.",
            content = @Content(schema = @Schema(implementation = ContactRepresentation.class)))
    public ContactRepresentation block() {
        call.staff().requireManage(company);
        return change(() -> access.block(company, contact));
    }

    @POST
    @Path("unblock")
    @Operation(
            summary = "Unblock a contact",
            description = "Restores nothing: the contact is in again only after accepting a new invitation.")
    @APIResponse(
            responseCode = "200",
            description = "The contact.",
            content = @Content(schema = @Schema(implementation = ContactRepresentation.class)))
    @Refuses({Problem.FIRM_INACTIVE, Problem.NOT_BLOCKED})
    public ContactRepresentation unblock() {
        call.staff().requireManage(company);
        return change(() -> access.unblock(company, contact));
    }

    @PUT
    @Path("rights")
    @Operation(summary = "Set a contact's rights", description = "Those not named are withheld.")
    @APIResponse(
            responseCode = "200",
            description = "The contact.",
            content = @Content(schema = @Schema(implementation = ContactRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RightsRepresentation.class)))
    public ContactRepresentation setRights(InputStream body) {
        call.staff().requireManage(company);
        RightsRepresentation wanted = JsonBody.read(call.session(), body, RightsRepresentation.class);
        Set<ContactRight> rights = Check.required("rights", wanted.rights());
        if (rights.contains(null)) throw Check.invalid("rights", "A right is null.");
        access.withhold(company, contact, ContactRight.without(rights));
        call.record(UPDATE, AdminResource.CONTACT, path() + "/rights", Map.of("rights", rights));
        return read();
    }

    @Path("invitations")
    public InvitationsResource invitations() {
        return new InvitationsResource(call, company, contact);
    }

    @Path("mails")
    public ContactMailsResource mails() {
        return new ContactMailsResource(call, company, contact);
    }

    @Path("record")
    public RecordResource firmRecord() {
        return new RecordResource(call, company, contact);
    }

    @Path("differences")
    public ContactDifferencesResource differences() {
        return new ContactDifferencesResource(call, company, contact);
    }

    /** Leaves an event only when something changed, so that repeating a call leaves no second one. */
    private ContactRepresentation change(Supplier<ContactAccess> change) {
        Optional<AccessState> before = call.get(ContactStore.class)
                .find(company.getId(), contact.getId())
                .map(ContactAccess::getState);
        ContactAccess now = change.get();
        if (before.filter(now.getState()::equals).isEmpty()) {
            Map<String, ?> details = Map.of("state", now.getState(), "silent", now.isSilent());
            call.record(ACTION, AdminResource.CONTACT, path(), details);
        }
        return read();
    }

    String path() {
        return CompanyResource.path(company) + "/contacts/" + contact.getId();
    }

    URI address() {
        return call.address(path());
    }
}
