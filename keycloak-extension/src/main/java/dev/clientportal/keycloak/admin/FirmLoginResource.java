package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.page.LoginPreview;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Looks at the firm's login page before contacts see it. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Firm")
public final class FirmLoginResource {
    private final StaffCall call;

    FirmLoginResource(StaffCall call) {
        this.call = call;
    }

    @POST
    @Path("preview")
    @Operation(
            summary = "See the login page before it is shown",
            description = "Made as the real page is, in the brand that is sent. Nothing is saved.")
    @APIResponse(
            responseCode = "200",
            description = "The page.",
            content = @Content(schema = @Schema(implementation = LoginPreviewRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LoginSampleRepresentation.class)))
    @Refuses({Problem.THEME_MISSING})
    public LoginPreviewRepresentation preview(InputStream body) {
        call.staff().requireViewFirm();
        LoginPreview preview = JsonBody.read(call.session(), body, LoginSampleRepresentation.class)
                .checked(call);
        if (!preview.isInTheme()) {
            throw new ProblemException(Problem.THEME_MISSING, "The realm's login theme has no such page.");
        }
        return new LoginPreviewRepresentation(preview.html());
    }
}
