package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.UPDATE;

import dev.clientportal.keycloak.difference.FirmRecord;
import dev.clientportal.keycloak.difference.RecordField;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/** The firm's own copy of what it knows of one contact of one company. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Differences")
public final class RecordResource {
    private final StaffCall call;
    private final OrganizationModel company;
    private final UserModel contact;
    private final FirmRecord record;

    RecordResource(StaffCall call, OrganizationModel company, UserModel contact) {
        this.call = call;
        this.company = company;
        this.contact = contact;
        this.record = new FirmRecord(call.session(), call.realm(), company.getId(), contact.getId());
    }

    @GET
    @Operation(summary = "Read the firm's record of a contact")
    @APIResponse(
            responseCode = "200",
            description = "The record.",
            content = @Content(schema = @Schema(implementation = RecordRepresentation.class)))
    public RecordRepresentation read() {
        return RecordRepresentation.of(record.read());
    }

    @PUT
    @Operation(
            summary = "Save the firm's record of a contact",
            description = "Replaces it: a field that is left out is recorded no more. The contact's own profile stays "
                    + "as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The saved record.",
            content = @Content(schema = @Schema(implementation = RecordRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RecordRepresentation.class)))
    public RecordRepresentation save(InputStream body) {
        call.staff().requireManage(company);
        Map<RecordField, String> wanted =
                JsonBody.read(call.session(), body, RecordRepresentation.class).checked();
        changed(record.save(wanted));
        return read();
    }

    /** Records what nothing is recorded of yet. */
    void saveMissing(Map<RecordField, String> found) {
        changed(record.saveMissing(found));
    }

    private void changed(Set<RecordField> fields) {
        if (fields.isEmpty()) return;
        String path = new ContactResource(call, company, contact).path() + "/record";
        call.record(
                UPDATE,
                AdminResource.CONTACT,
                path,
                Map.of("fields", fields.stream().map(RecordField::code).toList()));
    }
}
