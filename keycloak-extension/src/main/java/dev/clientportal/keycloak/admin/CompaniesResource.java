package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.directory.CompanyRow;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.directory.Page;
import dev.clientportal.keycloak.directory.PageRequest;
import dev.clientportal.keycloak.problem.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.keycloak.models.OrganizationModel;

/** The firm's companies. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Companies")
public final class CompaniesResource {
    private final StaffCall call;

    CompaniesResource(StaffCall call) {
        this.call = call;
    }

    @GET
    @Operation(
            summary = "List companies",
            description = "By name. Callers who may see only some companies can get pages that are shorter "
                    + "than asked for: go on while there is a next.")
    @APIResponse(responseCode = "200", description = "One page.")
    public PageRepresentation<CompanyRepresentation> list(
            @QueryParam("search") String search,
            @QueryParam("state") String state,
            @QueryParam("after") String after,
            @QueryParam("max") String max) {
        call.staff().requireQueryCompanies();
        PageRequest page = PageRequest.of(after, max, Directory.COMPANY_KEYS);
        PortalState wanted = Check.oneOf("state", state, PortalState.class);
        Boolean active = wanted == null ? null : wanted == PortalState.ACTIVE;
        CompanyRights rights = new CompanyRights(call);
        return PageRepresentation.of(
                visible(Check.search(search), active, page), row -> CompanyRepresentation.of(row, rights));
    }

    private Page<CompanyRow> visible(String search, Boolean active, PageRequest page) {
        boolean all = call.staff().canViewAllCompanies();
        if (!all && !call.staff().mayHaveSingleGrants()) return new Page<>(List.of(), null);
        Page<CompanyRow> rows = call.get(Directory.class).companies(call.realm().getId(), search, active, page);
        return all
                ? rows
                : new Page<>(rows.items().stream().filter(this::isVisible).toList(), rows.next());
    }

    private boolean isVisible(CompanyRow row) {
        OrganizationModel company = new Lookup(call).find(row.id());
        return company != null && call.staff().canView(company);
    }

    @POST
    @Operation(
            summary = "Open a company by its key",
            description =
                    "Finds the company by its external id, else by its alias, else makes it. Repeating it changes "
                            + "nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Was there.",
            content = @Content(schema = @Schema(implementation = CompanyRepresentation.class)))
    @APIResponse(
            responseCode = "201",
            description = "Is new.",
            content = @Content(schema = @Schema(implementation = CompanyRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewCompanyRepresentation.class)))
    @Refuses({Problem.NOT_FOUND, Problem.FIRM_INACTIVE, Problem.EXTERNAL_ID_USED, Problem.NAME_TAKEN})
    public Response add(InputStream body) {
        NewCompanyRepresentation wanted = JsonBody.read(call.session(), body, NewCompanyRepresentation.class);
        return new CompanyOpening(call, wanted).run();
    }

    @POST
    @Path("bulk")
    @Operation(
            summary = "Open many companies' portals",
            description = "Activates each portal and enables every contact whose access nobody has decided "
                    + "about, with or without invitations. Each company and contact is a transaction of "
                    + "its own and reports its own outcome. Contacts who were disabled or blocked stay "
                    + "so.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each.",
            content = @Content(schema = @Schema(implementation = BulkResultRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BulkRepresentation.class)))
    @Refuses(Problem.FIRM_INACTIVE)
    public BulkResultRepresentation open(InputStream body) {
        call.staff().requireQueryCompanies();
        BulkRepresentation wanted = JsonBody.read(call.session(), body, BulkRepresentation.class);
        return new BulkOpening(call, BulkOpening.wish(call, wanted), BulkOpening.Mode.AT_ONCE, () -> {}).run();
    }

    @Path("{company}")
    public CompanyResource company(@PathParam("company") String id) {
        return new CompanyResource(call, new Lookup(call).company(id));
    }

    /** The state filter of the list. */
    private enum PortalState {
        ACTIVE,
        INACTIVE
    }
}
