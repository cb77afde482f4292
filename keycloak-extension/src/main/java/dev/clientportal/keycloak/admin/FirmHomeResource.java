package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.page.HomeSample;
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

/** Looks at the portal's first page before contacts see it. The portal app makes the page; this says in which brand. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Firm")
public final class FirmHomeResource {
    private final StaffCall call;

    FirmHomeResource(StaffCall call) {
        this.call = call;
    }

    @POST
    @Path("sample")
    @Operation(
            summary = "Sign a brand for the portal app to show",
            description = "Hand the answer to the portal app: POST it as text/plain to api/preview/home below the "
                    + "portal's address, in the language of the header Accept-Language. Nothing is saved.")
    @APIResponse(
            responseCode = "200",
            description = "The brand, signed.",
            content = @Content(schema = @Schema(implementation = HomeSampleRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LoginSampleRepresentation.class)))
    public HomeSampleRepresentation sample(InputStream body) {
        call.staff().requireViewFirm();
        LoginSampleRepresentation sample = JsonBody.read(call.session(), body, LoginSampleRepresentation.class);
        return new HomeSampleRepresentation(
                HomeSample.of(call.session(), call.realm(), sample.checked(call).brand()));
    }
}
