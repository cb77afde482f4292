package dev.clientportal.keycloak.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The evidence of all companies. */
@Tag(name = "Evidence")
public final class AllEvidenceResource {
    private final StaffCall call;

    AllEvidenceResource(StaffCall call) {
        this.call = call;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, EvidenceFormat.CSV_TYPE})
    @Operation(
            summary = "Export the evidence of all companies",
            description =
                    "By company, then contact, then time. Needs permission to view all companies and all contacts.")
    @APIResponse(
            responseCode = "200",
            description = "All of it, streamed. JSON is one array; an answer that was cut off does not end. CSV is "
                    + "RFC 4180 in UTF-8 with a row of names first, and has an apostrophe before each "
                    + "cell that a spreadsheet would take for a formula.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = EvidenceRepresentation.class)),
                @Content(mediaType = EvidenceFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response export(@QueryParam("format") String format) {
        call.staff().requireViewAllCompanies();
        call.staff().requireViewAllContacts();
        return new EvidenceExport(call, null, format).response();
    }
}
