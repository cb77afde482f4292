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
import org.keycloak.models.OrganizationModel;

/** The evidence of one company: who was let in, invited, blocked, by whom and when. */
@Tag(name = "Evidence")
public final class EvidenceResource {
    private final StaffCall call;
    private final OrganizationModel company;

    EvidenceResource(StaffCall call, OrganizationModel company) {
        this.call = call;
        this.company = company;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, EvidenceFormat.CSV_TYPE})
    @Operation(
            summary = "Export a company's evidence",
            description = "By contact, then time. Callers who may see only some contacts get only theirs.")
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
        call.staff().requireQueryContacts();
        return new EvidenceExport(call, company.getId(), format).response();
    }
}
