package dev.clientportal.portal.api;

import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.problem.Problem;
import dev.clientportal.portal.problem.ProblemException;
import dev.clientportal.portal.template.Templates;
import dev.clientportal.portal.template.Templates.Result;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The firm's templates, for machines. */
@Path("/api/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Templates")
@ForMachines
public class TemplatesApi {
    private final Place place;
    private final Caller caller;
    private final Templates templates;
    private final Bodies bodies;

    TemplatesApi(Place place, Caller caller, Templates templates, Bodies bodies) {
        this.place = place;
        this.caller = caller;
        this.templates = templates;
        this.bodies = bodies;
    }

    /** A template in a list. */
    @Schema(name = "TemplateEntry")
    public record Entry(
            String id, String name, @Schema(nullable = true) String description, boolean sample, int version) {}

    /** For the OpenAPI file. */
    @Schema(name = "TemplatePage")
    record TemplatePage(
            List<Entry> items, @Schema(nullable = true) String next) {}

    /** All of them. */
    @GET
    @Operation(operationId = "listTemplates", summary = "List the templates", description = "By name.")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = TemplatePage.class)))
    @Refuses({})
    public PageRepresentation<Entry> list(@QueryParam("after") String after, @QueryParam("max") Integer max) {
        return PageRepresentation.of(
                templates.list(place.firm().realm(), after, PageRepresentation.max(max)),
                row -> new Entry(row.id(), row.name(), row.description(), row.sample(), row.version()));
    }

    /** A new one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createTemplate", summary = "Make a template")
    @RequestBody(content = @Content(schema = @Schema(implementation = TemplateRepresentation.class)), required = true)
    @APIResponse(
            responseCode = "201",
            description = "Made.",
            content = @Content(schema = @Schema(implementation = TemplateRepresentation.class)))
    @Refuses(Problem.NAME_TAKEN)
    public Response create(byte[] body) {
        TemplateRepresentation wanted = bodies.read(body, TemplateRepresentation.class);
        String id = id(templates.create(place.firm().realm(), wanted.content(), caller.actor()));
        return Response.created(URI.create(place.base() + "/api/v1/templates/" + id))
                .entity(read(id))
                .build();
    }

    /** One. */
    @GET
    @Path("{template}")
    @Operation(operationId = "readTemplate", summary = "Read a template")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TemplateRepresentation.class)))
    @Refuses(Problem.NOT_FOUND)
    public TemplateRepresentation read(@PathParam("template") String id) {
        return templates
                .find(place.firm().realm(), id)
                .filter(found -> found.id().equals(id))
                .map(TemplateRepresentation::of)
                .orElseThrow(TemplatesApi::notFound);
    }

    /** Another content. */
    @PUT
    @Path("{template}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeTemplate",
            summary = "Change a template",
            description = "All of it. Projects made from it stay as they are.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TemplateRepresentation.class)), required = true)
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TemplateRepresentation.class)))
    @Refuses({Problem.NOT_FOUND, Problem.NAME_TAKEN, Problem.VERSION_CONFLICT})
    public TemplateRepresentation change(@PathParam("template") String id, byte[] body) {
        TemplateRepresentation wanted = bodies.read(body, TemplateRepresentation.class);
        return read(id(templates.change(place.firm().realm(), id, wanted.version(), wanted.content(), caller.actor())));
    }

    /** No more. */
    @DELETE
    @Path("{template}")
    @Operation(
            operationId = "deleteTemplate",
            summary = "Delete a template",
            description = "Projects made from it stay.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @Refuses(Problem.NOT_FOUND)
    public void delete(@PathParam("template") String id) {
        if (!templates.delete(place.firm().realm(), id, caller.actor())) throw notFound();
    }

    private static String id(Result result) {
        return switch (result.outcome()) {
            case DONE -> result.id();
            case NOT_FOUND -> throw notFound();
            case CHANGED ->
                throw new ProblemException(
                        Problem.VERSION_CONFLICT, "Read it again, and send your change with its version.", "/version");
            case NAME_TAKEN ->
                throw new ProblemException(Problem.NAME_TAKEN, "Another template has this name.", "/name");
        };
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.NOT_FOUND, "There is no such template.");
    }
}
