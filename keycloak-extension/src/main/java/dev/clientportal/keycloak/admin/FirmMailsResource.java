package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.ACTION;

import dev.clientportal.keycloak.limit.Limiter;
import dev.clientportal.keycloak.mail.SampleMail;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** Looks at the firm's mails before contacts get them. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Firm")
public final class FirmMailsResource {
    private final StaffCall call;

    FirmMailsResource(StaffCall call) {
        this.call = call;
    }

    @POST
    @Path("preview")
    @Operation(
            summary = "See a mail before it is sent",
            description = "Made as real mails are, for a contact who does not exist. Nothing is saved or sent.")
    @APIResponse(
            responseCode = "200",
            description = "The mail.",
            content = @Content(schema = @Schema(implementation = MailPreviewRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MailSampleRepresentation.class)))
    @Refuses({Problem.THEME_MISSING})
    public MailPreviewRepresentation preview(InputStream body) {
        call.staff().requireViewFirm();
        return MailPreviewRepresentation.of(sample(body).parts());
    }

    @POST
    @Path("test")
    @Operation(
            summary = "Get a mail oneself, as contacts would",
            description =
                    "Sends what the preview shows to the caller's own address, through the realm's mail server. Counted "
                            + "for each caller.")
    @APIResponse(responseCode = "204", description = "The mail server has taken it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MailSampleRepresentation.class)))
    @Refuses({
        Problem.THEME_MISSING,
        Problem.NO_VERIFIED_ADDRESS,
        Problem.MAIL_NOT_SET_UP,
        Problem.MAIL_NOT_TAKEN,
        Problem.TOO_MANY
    })
    public Response test(InputStream body) {
        call.staff().requireManageFirm();
        SampleMail sample = sample(body);
        String address = call.staff().verifiedAddress();
        sample.obstacle().ifPresent(reason -> {
            throw new ProblemException(Problem.MAIL_NOT_SET_UP, reason);
        });
        long wait = call.get(Limiter.class)
                .testMailTo(call.realm().getId(), call.staff().id());
        if (wait > 0) throw ProblemException.tooMany(wait);
        sample.send(address).ifPresent(reason -> {
            throw new ProblemException(Problem.MAIL_NOT_TAKEN, reason);
        });
        call.record(
                ACTION,
                AdminResource.FIRM,
                "firm/mails/test",
                Map.of(
                        "template",
                        sample.kind().code(),
                        "language",
                        sample.locale().toLanguageTag()));
        return Response.noContent().build();
    }

    private SampleMail sample(InputStream body) {
        SampleMail sample = JsonBody.read(call.session(), body, MailSampleRepresentation.class)
                .checked(call);
        if (sample.isInTheme()) return sample;
        throw new ProblemException(Problem.THEME_MISSING, "The realm's e-mail theme has no such mail.");
    }
}
