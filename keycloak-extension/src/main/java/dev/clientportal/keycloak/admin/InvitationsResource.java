package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.CREATE;
import static org.keycloak.events.admin.OperationType.DELETE;

import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.directory.InvitationRow;
import dev.clientportal.keycloak.directory.Page;
import dev.clientportal.keycloak.directory.PageRequest;
import dev.clientportal.keycloak.invitation.Invitations;
import dev.clientportal.keycloak.mail.Mail;
import dev.clientportal.keycloak.problem.Problem;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/** The invitations of one contact into one company. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invitations")
public final class InvitationsResource {
    private static final PageRequest NEWEST = new PageRequest(List.of(), 1);

    private final StaffCall call;
    private final OrganizationModel company;
    private final UserModel contact;
    private final Invitations invitations;

    InvitationsResource(StaffCall call, OrganizationModel company, UserModel contact) {
        this.call = call;
        this.company = company;
        this.contact = contact;
        this.invitations = new Invitations(call.session(), call.realm());
    }

    @GET
    @Operation(
            summary = "Read the ledger of a contact's invitations",
            description = "The newest first. It never tells a link.")
    @APIResponse(responseCode = "200", description = "One page.")
    public PageRepresentation<InvitationRepresentation> list(
            @QueryParam("after") String after, @QueryParam("max") String max) {
        return PageRepresentation.of(
                page(PageRequest.of(after, max, Directory.INVITATION_KEYS)), InvitationRepresentation::of);
    }

    /** Sends the first, or sends again: earlier links end. */
    @POST
    @Operation(
            summary = "Send an invitation, or send it again",
            description = "Every earlier link of this contact and company ends in the same transaction.")
    @APIResponse(
            responseCode = "202",
            description = "Queued; the mail is sent at once.",
            content = @Content(schema = @Schema(implementation = InvitationRepresentation.class)))
    @Refuses({
        Problem.FIRM_INACTIVE,
        Problem.COMPANY_INACTIVE,
        Problem.NO_VALID_ADDRESS,
        Problem.USER_DISABLED,
        Problem.CONTACT_NOT_ENABLED,
        Problem.CONTACT_BLOCKED,
        Problem.TOO_MANY
    })
    public Response send() {
        call.staff().requireManage(company);
        call.staff().requireSendMail();
        Mail mail = invitations.send(company, contact, call.staff().id());
        call.record(CREATE, AdminResource.INVITATION, path(), Map.of("id", mail.getId()));
        return Response.accepted(
                        InvitationRepresentation.of(page(NEWEST).items().get(0)))
                .build();
    }

    @DELETE
    @Operation(summary = "Revoke the open invitation")
    @APIResponse(responseCode = "204", description = "Its link does not work any more.")
    @Refuses({Problem.NO_OPEN_INVITATION})
    public Response revoke() {
        call.staff().requireManage(company);
        invitations.revoke(company, contact, call.staff().id());
        call.record(DELETE, AdminResource.INVITATION, path(), Map.of());
        return Response.noContent().build();
    }

    private Page<InvitationRow> page(PageRequest page) {
        return call.get(Directory.class).invitations(call.realm().getId(), company.getId(), contact.getId(), page);
    }

    private String path() {
        return new ContactResource(call, company, contact).path() + "/invitations";
    }
}
