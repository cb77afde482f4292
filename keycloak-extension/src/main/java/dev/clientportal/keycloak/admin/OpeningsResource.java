package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.background.Background;
import dev.clientportal.keycloak.directory.Page;
import dev.clientportal.keycloak.directory.PageRequest;
import dev.clientportal.keycloak.firm.ActiveFirm;
import dev.clientportal.keycloak.opening.Openings;
import dev.clientportal.keycloak.opening.Openings.Opening;
import dev.clientportal.keycloak.opening.Openings.Row;
import dev.clientportal.keycloak.opening.Openings.Wish;
import dev.clientportal.keycloak.problem.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.keycloak.common.util.Time;

/** Openings of many companies that go on while nobody waits for them. Who sees all companies sees everybody's. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Openings")
public final class OpeningsResource {
    private static final String CSV = "text/csv";

    private final StaffCall call;
    private final Background background;

    OpeningsResource(StaffCall call, Background background) {
        this.call = call;
        this.background = background;
    }

    @POST
    @Path("preview")
    @Operation(
            summary = "See what opening many companies would come to",
            description = "Changes nothing. Invitations are foreseen as long as the firm's budget for them lasts.")
    @APIResponse(
            responseCode = "200",
            description = "What would become of each.",
            content = @Content(schema = @Schema(implementation = BulkResultRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BulkRepresentation.class)))
    @Refuses(Problem.FIRM_INACTIVE)
    public BulkResultRepresentation preview(InputStream body) {
        return new BulkOpening(call, read(body), BulkOpening.Mode.PREVIEW, () -> {}).run();
    }

    @POST
    @Operation(
            summary = "Open many companies' portals in the background",
            description =
                    "As the call for many companies at once, and nobody is invited a second time. Each company is "
                            + "opened with the rights that the caller still has when it is its turn.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted. Location is where to see how far it is.",
            content = @Content(schema = @Schema(implementation = OpeningRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BulkRepresentation.class)))
    @Refuses(Problem.FIRM_INACTIVE)
    public Response start(InputStream body) {
        Wish wish = read(body);
        ActiveFirm.require(call.session(), call.realm());
        Openings.Starter starter =
                call.staff().starter(call.session().getContext().getConnection().getRemoteAddr());
        Opening opening = openings().start(call.realm().getId(), wish, starter, Time.currentTimeMillis());
        background.wakeAfterCommit(call.session());
        return Response.accepted(OpeningRepresentation.of(opening))
                .location(call.address("openings/" + opening.id()))
                .build();
    }

    private Wish read(InputStream body) {
        call.staff().requireQueryCompanies();
        return BulkOpening.wish(call, JsonBody.read(call.session(), body, BulkRepresentation.class));
    }

    @GET
    @Operation(
            summary = "List openings",
            description = "The newest first; only the caller's own, unless they see all companies.")
    @APIResponse(responseCode = "200", description = "One page.")
    public PageRepresentation<OpeningRepresentation> list(
            @QueryParam("after") String after, @QueryParam("max") String max) {
        call.staff().requireQueryCompanies();
        String by = call.staff().canViewAllCompanies() ? null : call.staff().id();
        PageRequest page = PageRequest.of(after, max, Openings.KEYS);
        return PageRepresentation.of(openings().page(call.realm().getId(), by, page), OpeningRepresentation::of);
    }

    @GET
    @Path("{opening}")
    @Operation(summary = "See how far an opening is")
    @APIResponse(
            responseCode = "200",
            description = "The opening.",
            content = @Content(schema = @Schema(implementation = OpeningRepresentation.class)))
    @Refuses(Problem.NOT_FOUND)
    public OpeningRepresentation read(@PathParam("opening") String id) {
        return OpeningRepresentation.of(find(id));
    }

    @GET
    @Path("{opening}/rows")
    @Operation(
            summary = "Read what became of each company and contact",
            description = "In the order of the request, each company before its contacts.")
    @APIResponse(responseCode = "200", description = "One page.")
    @Refuses(Problem.NOT_FOUND)
    public PageRepresentation<OpeningRowRepresentation> rows(
            @PathParam("opening") String id, @QueryParam("after") String after, @QueryParam("max") String max) {
        Page<Row> page = openings().rows(find(id), PageRequest.of(after, max, Openings.ROW_KEYS));
        boolean withNames = call.staff().canViewAllContacts();
        return PageRepresentation.of(page, row -> OpeningRowRepresentation.of(row, withNames));
    }

    @GET
    @Path("{opening}/rows.csv")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(summary = "Download what became of each company and contact")
    @APIResponse(
            responseCode = "200",
            description = "RFC 4180 in UTF-8 with a row of names first, and an apostrophe before each cell that a "
                    + "spreadsheet would take for a formula.",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    @Refuses(Problem.NOT_FOUND)
    public Response download(@PathParam("opening") String id) {
        Opening opening = find(id);
        boolean withNames = call.staff().canViewAllContacts();
        return Response.ok((StreamingOutput) out -> write(out, opening, withNames))
                .type(CSV + ";charset=UTF-8;header=present")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"opening-" + opening.id() + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private void write(OutputStream out, Opening opening, boolean withNames) throws IOException {
        // All is asked that this request's own transaction was for; it would time out under a slow reader.
        call.session().getTransactionManager().commit();
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CsvWriter csv = new CsvWriter(text);
        csv.row(OpeningRowRepresentation.COLUMNS);
        PageRequest request = new PageRequest(List.of(), PageRequest.MAX);
        while (request != null) {
            PageRequest wanted = request;
            Page<Row> page = new OwnTransaction(call)
                    .run(own -> own.getProvider(Openings.class).rows(opening, wanted));
            for (Row row : page.items()) {
                csv.row(OpeningRowRepresentation.of(row, withNames).cells());
            }
            text.flush();
            request = page.next() == null ? null : PageRequest.of(page.next(), null, Openings.ROW_KEYS);
        }
    }

    @POST
    @Path("{opening}/cancel")
    @Operation(summary = "Stop an opening", description = "What was done stays; no further company is begun.")
    @APIResponse(
            responseCode = "200",
            description = "The opening.",
            content = @Content(schema = @Schema(implementation = OpeningRepresentation.class)))
    @Refuses(Problem.NOT_FOUND)
    public OpeningRepresentation cancel(@PathParam("opening") String id) {
        Opening opening = find(id);
        if (!isOwn(opening)) call.staff().requireManageAllCompanies();
        openings().cancel(opening.id(), Time.currentTimeMillis());
        return OpeningRepresentation.of(find(id));
    }

    private Opening find(String id) {
        call.staff().requireQueryCompanies();
        return Optional.ofNullable(id)
                .filter(Check::isId)
                .flatMap(openings()::find)
                .filter(opening -> opening.realmId().equals(call.realm().getId()))
                .filter(opening -> isOwn(opening) || call.staff().canViewAllCompanies())
                .orElseThrow(() -> Lookup.unknown(true, "There is no such opening."));
    }

    private boolean isOwn(Opening opening) {
        return opening.starter().userId().equals(call.staff().id());
    }

    private Openings openings() {
        return call.get(Openings.class);
    }
}
