package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.transfer.PortalFile;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Brings a portal file into the realm. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Transfer")
public final class ImportResource {
    private final StaffCall call;

    ImportResource(StaffCall call) {
        this.call = call;
    }

    @POST
    @Operation(
            summary = "Import the portal's state",
            description = "Makes the firm, companies and contacts that are in the file what the file says, and leaves "
                    + "others alone; importing twice is importing once. Whoever may not come in any more is locked out "
                    + "as by the calls for it; nobody is unblocked. An entry that cannot be imported is skipped and "
                    + "reported. When the file is broken, the entries before that place may be imported: mend it and "
                    + "import it again. Needs manage-realm and manage-organizations, and permission to view all "
                    + "contacts.")
    @APIResponse(
            responseCode = "200",
            description = "What became of the entries.",
            content = @Content(schema = @Schema(implementation = ImportReportRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PortalFile.class)))
    @Refuses({Problem.UNKNOWN_FORMAT})
    public ImportReportRepresentation run(InputStream body) {
        call.staff().requireManageFirm();
        call.staff().requireManageAllCompanies();
        call.staff().requireViewAllContacts();
        InputStream file = JsonBody.stream(call.session(), body);
        // All is asked that this request's own transaction was for; it would time out before the end of a long file.
        call.session().getTransactionManager().commit();
        return new PortalImport(call).run(file);
    }
}
