package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.CREATE;

import dev.clientportal.keycloak.automation.Notices;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.mail.Mail;
import dev.clientportal.keycloak.mail.Notice;
import dev.clientportal.keycloak.problem.Problem;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/** Mails to one contact of one company that other systems ask for. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mails")
public final class ContactMailsResource {
    private final StaffCall call;
    private final OrganizationModel company;
    private final UserModel contact;

    ContactMailsResource(StaffCall call, OrganizationModel company, UserModel contact) {
        this.call = call;
        this.company = company;
        this.contact = contact;
    }

    @POST
    @Operation(
            summary = "Send a contact a mail about a task, a document or something else",
            description =
                    "For other systems. Who has not accepted an invitation yet gets one in the mail, and lands on the "
                            + "target; everybody else gets the bare target, which lets nobody in. The same is decided again "
                            + "when the mail is made.")
    @APIResponse(
            responseCode = "202",
            description = "Queued; the mail is sent at once.",
            content = @Content(schema = @Schema(implementation = MailRepresentation.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same was asked for before with this external id: the mail that there is.",
            content = @Content(schema = @Schema(implementation = MailRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NoticeRepresentation.class)))
    @Refuses({
        Problem.TARGET_NOT_ALLOWED,
        Problem.FIRM_INACTIVE,
        Problem.COMPANY_INACTIVE,
        Problem.NO_VALID_ADDRESS,
        Problem.USER_DISABLED,
        Problem.CONTACT_NOT_ENABLED,
        Problem.CONTACT_BLOCKED,
        Problem.ADDRESS_BOUNCED,
        Problem.EXTERNAL_ID_USED,
        Problem.TOO_MANY
    })
    public Response send(InputStream body) {
        call.staff().requireView(company);
        call.staff().requireSendMail();
        NoticeRepresentation wanted = JsonBody.read(call.session(), body, NoticeRepresentation.class);
        Notice notice = wanted.checked();
        Notices.Sent sent = new Notices(call.session(), call.realm())
                .send(
                        company,
                        contact,
                        notice,
                        wanted.checkedExternalId(),
                        call.staff().id());
        Mail mail = sent.mail();
        if (sent.isNew()) {
            Map<String, ?> details = Map.of("id", mail.getId(), "kind", notice.kind());
            call.record(CREATE, AdminResource.MAIL, path(), details);
        }
        return Response.status(sent.isNew() ? Response.Status.ACCEPTED : Response.Status.OK)
                .entity(present(call, mail))
                .build();
    }

    static MailRepresentation present(StaffCall call, Mail mail) {
        return MailRepresentation.of(call.get(Directory.class).mail(mail.getId()));
    }

    private String path() {
        return new ContactResource(call, company, contact).path() + "/mails";
    }
}
