package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.UPDATE;

import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.firm.FirmText;
import dev.clientportal.keycloak.mail.MailKind;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The firm's own words for one kind of the mails that other systems ask for. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Firm")
public final class FirmTextResource {
    private final StaffCall call;
    private final String template;

    FirmTextResource(StaffCall call, String template) {
        this.call = call;
        this.template = template;
    }

    @GET
    @Operation(summary = "Read the firm's own words for a kind of mail")
    @APIResponse(
            responseCode = "200",
            description = "The words; what is missing is the theme's.",
            content = @Content(schema = @Schema(implementation = FirmTextRepresentation.class)))
    public FirmTextRepresentation read() {
        call.staff().requireViewFirm();
        String kind = kind();
        return FirmTextRepresentation.of(
                call.get(FirmStore.class).text(call.realm().getId(), kind).orElse(FirmText.NONE));
    }

    @PUT
    @Operation(
            summary = "Save the firm's own words for a kind of mail",
            description = "Replaces them: what is left out is the theme's again.")
    @APIResponse(
            responseCode = "200",
            description = "The saved words.",
            content = @Content(schema = @Schema(implementation = FirmTextRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FirmTextRepresentation.class)))
    public FirmTextRepresentation save(InputStream body) {
        call.staff().requireManageFirm();
        String kind = kind();
        FirmText own = JsonBody.read(call.session(), body, FirmTextRepresentation.class)
                .checked();
        FirmStore firms = call.get(FirmStore.class);
        firms.saveText(call.realm().getId(), kind, own);
        firms.flush();
        FirmTextRepresentation saved = FirmTextRepresentation.of(own);
        call.recordWith(UPDATE, AdminResource.FIRM, "firm/texts/" + kind, saved);
        return saved;
    }

    private String kind() {
        return Arrays.stream(MailKind.values())
                .filter(kind -> kind.isNotice() && kind.code().equals(template))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "There is no such kind of mail."))
                .code();
    }
}
