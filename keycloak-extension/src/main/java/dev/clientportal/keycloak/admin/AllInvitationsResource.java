package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.directory.ContactRow;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.directory.InvitationRow;
import dev.clientportal.keycloak.directory.InvitationState;
import dev.clientportal.keycloak.directory.Page;
import dev.clientportal.keycloak.directory.PageRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The invitations of all contacts into all companies. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invitations")
public final class AllInvitationsResource {
    private final StaffCall call;

    AllInvitationsResource(StaffCall call) {
        this.call = call;
    }

    @GET
    @Operation(
            summary = "List invitations over all companies",
            description = "The newest first, each with its contact as they are now. Callers who may see only some "
                    + "contacts can get pages that are shorter than asked for: go on while there is a next. It never "
                    + "tells a link.")
    @APIResponse(responseCode = "200", description = "One page.")
    public PageRepresentation<InvitationOfContactRepresentation> list(
            @QueryParam("state") String state, @QueryParam("after") String after, @QueryParam("max") String max) {
        call.staff().requireQueryCompanies();
        call.staff().requireQueryContacts();
        InvitationState wanted = Check.oneOf("state", state, InvitationState.class);
        PageRequest request = PageRequest.of(after, max, Directory.INVITATION_KEYS);
        Directory directory = call.get(Directory.class);
        String realm = call.realm().getId();
        Page<InvitationRow> page =
                new VisibleContacts(call).page(null, () -> directory.invitations(realm, wanted, request));
        Map<List<String>, ContactRow> contacts = directory.contacts(realm, page.items()).stream()
                .collect(Collectors.toMap(it -> List.of(it.companyId(), it.userId()), Function.identity()));
        CompanyRights rights = new CompanyRights(call);
        return PageRepresentation.of(page, row -> {
            ContactRow contact = contacts.get(List.of(row.companyId(), row.userId()));
            return new InvitationOfContactRepresentation(
                    InvitationRepresentation.of(row),
                    contact == null ? null : ContactRepresentation.of(contact, rights.canManage(contact.companyId())));
        });
    }
}
