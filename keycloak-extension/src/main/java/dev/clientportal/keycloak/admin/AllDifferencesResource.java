package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.difference.RecordStore;
import dev.clientportal.keycloak.directory.PageRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where contacts' profiles differ from the firm's record, over all companies. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Differences")
public final class AllDifferencesResource {
    private final StaffCall call;

    AllDifferencesResource(StaffCall call) {
        this.call = call;
    }

    @GET
    @Operation(
            summary = "List where contacts differ from the firm's record",
            description = "By username, one item per contact, company and field. Callers who may see only some can "
                    + "get pages that are shorter than asked for: go on while there is a next.")
    @APIResponse(responseCode = "200", description = "One page.")
    public PageRepresentation<DifferenceRepresentation> list(
            @QueryParam("after") String after, @QueryParam("max") String max) {
        call.staff().requireQueryCompanies();
        call.staff().requireQueryContacts();
        return DifferencesResource.page(call, null, PageRequest.of(after, max, RecordStore.DIFFERENCE_KEYS));
    }

    @POST
    @Operation(
            summary = "Accept or ignore many differences",
            description = "Each is a transaction of its own and reports its own outcome.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each.",
            content = @Content(schema = @Schema(implementation = ResolutionsResultRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ResolutionsRepresentation.class)))
    public ResolutionsResultRepresentation resolve(InputStream body) {
        call.staff().requireQueryCompanies();
        call.staff().requireQueryContacts();
        return new BulkResolution(call, JsonBody.read(call.session(), body, ResolutionsRepresentation.class)).run();
    }
}
