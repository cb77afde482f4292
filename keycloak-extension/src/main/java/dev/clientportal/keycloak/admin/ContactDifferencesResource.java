package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.ACTION;

import dev.clientportal.keycloak.difference.DifferenceAction;
import dev.clientportal.keycloak.difference.DifferenceFilter;
import dev.clientportal.keycloak.difference.FirmRecord;
import dev.clientportal.keycloak.difference.RecordField;
import dev.clientportal.keycloak.difference.RecordStore;
import dev.clientportal.keycloak.directory.PageRequest;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/** Where one contact's own profile differs from the firm's record, and what to do about it. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Differences")
public final class ContactDifferencesResource {
    private static final PageRequest ALL = new PageRequest(List.of(), RecordField.values().length);

    private final StaffCall call;
    private final OrganizationModel company;
    private final UserModel contact;

    ContactDifferencesResource(StaffCall call, OrganizationModel company, UserModel contact) {
        this.call = call;
        this.company = company;
        this.contact = contact;
    }

    @GET
    @Operation(summary = "List where a contact's profile differs from the firm's record")
    @APIResponse(responseCode = "200", description = "One item per field.")
    public List<DifferenceRepresentation> list() {
        DifferenceFilter filter = new DifferenceFilter(company.getId(), contact.getId(), null);
        boolean manage = call.staff().canManage(company);
        return call.get(RecordStore.class).differences(call.realm().getId(), filter, ALL).items().stream()
                .map(it -> DifferenceRepresentation.of(it, manage))
                .toList();
    }

    @POST
    @Path("{field}/accept")
    @Operation(
            summary = "Take the contact's value over into the firm's record",
            description = "The value that the contact's profile has at this moment.")
    @APIResponse(
            responseCode = "200",
            description = "The firm's record.",
            content = @Content(schema = @Schema(implementation = RecordRepresentation.class)))
    @Refuses(Problem.NO_DIFFERENCE)
    public RecordRepresentation accept(@PathParam("field") String field) {
        return resolve(field, DifferenceAction.ACCEPT);
    }

    @POST
    @Path("{field}/ignore")
    @Operation(
            summary = "Keep the firm's value",
            description = "The difference is told again only when the contact's value becomes another one.")
    @APIResponse(
            responseCode = "200",
            description = "The firm's record.",
            content = @Content(schema = @Schema(implementation = RecordRepresentation.class)))
    @Refuses(Problem.NO_DIFFERENCE)
    public RecordRepresentation ignore(@PathParam("field") String field) {
        return resolve(field, DifferenceAction.IGNORE);
    }

    private RecordRepresentation resolve(String code, DifferenceAction action) {
        call.staff().requireManage(company);
        RecordField field = RecordField.of(code)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "A record has no such field."));
        return RecordRepresentation.of(resolve(field, action).read());
    }

    FirmRecord resolve(RecordField field, DifferenceAction action) {
        FirmRecord record = new FirmRecord(call.session(), call.realm(), company.getId(), contact.getId());
        record.resolve(field, action);
        String path = new ContactResource(call, company, contact).path() + "/differences/" + field.code();
        call.record(
                ACTION,
                AdminResource.CONTACT,
                path,
                Map.of("action", action.name().toLowerCase(Locale.ROOT)));
        return record;
    }
}
