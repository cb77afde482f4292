package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.transfer.PortalFile;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All portal state of the realm as one file. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Transfer")
public final class ExportResource {
    private final StaffCall call;

    ExportResource(StaffCall call) {
        this.call = call;
    }

    @GET
    @Operation(
            summary = "Export the portal's state",
            description = "Settings, open companies, contacts' access with the firm's record and the log of access. No "
                    + "secrets, no links, no mails. Needs view-realm, and permission to view all companies and all "
                    + "contacts. Two exports of the same state are the same bytes.")
    @APIResponse(
            responseCode = "200",
            description = "All of it, streamed; an answer that was cut off does not end.",
            content = @Content(schema = @Schema(implementation = PortalFile.class)))
    public Response read() {
        call.staff().requireViewFirm();
        call.staff().requireViewAllCompanies();
        call.staff().requireViewAllContacts();
        return new PortalExport(call).response();
    }
}
