package dev.clientportal.keycloak.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Where the connectors are, and whether the caller may use them. The console asks with the admin's token, and so do the
 * connectors with what the console then sends them (decision 28).
 */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connectors")
public final class ConnectorsResource {
    private final StaffCall call;
    private final String url;

    ConnectorsResource(StaffCall call, String url) {
        this.call = call;
        this.url = url;
    }

    @GET
    @Operation(
            operationId = "readConnectors",
            summary = "Where the connectors are",
            description =
                    "For callers who may make every company and every contact and have mail sent to them; the connectors let in whom this lets in.")
    public ConnectorsRepresentation read() {
        call.staff().requireManageAllCompanies();
        call.staff().requireManageContacts();
        call.staff().requireSendMail();
        return new ConnectorsRepresentation(url, call.staff().username());
    }
}
