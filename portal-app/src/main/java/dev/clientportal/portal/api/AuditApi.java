package dev.clientportal.portal.api;

import dev.clientportal.portal.audit.AuditFilter;
import dev.clientportal.portal.audit.AuditLog;
import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.problem.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what, for machines. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
@ForMachines
public class AuditApi {
    private final Place place;
    private final Companies companies;
    private final AuditLog log;

    AuditApi(Place place, Companies companies, AuditLog log) {
        this.place = place;
        this.companies = companies;
        this.log = log;
    }

    /** For the OpenAPI file. */
    @Schema(name = "AuditPage")
    record AuditPage(
            List<AuditEntryRepresentation> items,
            @Schema(nullable = true) String next) {}

    /** Of one company, or of the firm's own. */
    @GET
    @Operation(
            operationId = "listAudit",
            summary = "Tell who did what",
            description =
                    "Newest first; without a company, what was done to the firm's templates and days of reminders."
                            + " To copy it, ask from some minutes before the last time on, and pass over the ids that you have: an"
                            + " entry is seen once all that belongs to it has been done, which takes a moment.")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = AuditPage.class)))
    @Refuses(Problem.UNKNOWN_COMPANY)
    public PageRepresentation<AuditEntryRepresentation> list(
            @Parameter(description = "Alias or id.") @QueryParam("company") String company,
            @Parameter(description = "Nothing from before then, in milliseconds since 1970.") @QueryParam("since")
                    Long since,
            @QueryParam("after") String after,
            @QueryParam("max") Integer max) {
        int count = PageRepresentation.max(max);
        String firm = place.firm().realm();
        AuditFilter filter = AuditFilter.since(since);
        return PageRepresentation.of(
                company == null
                        ? log.ofFirm(firm, filter, after, count)
                        : log.ofCompany(
                                new CompanyKey(firm, companies.named(company).id()), filter, after, count),
                AuditEntryRepresentation::of);
    }
}
