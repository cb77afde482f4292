package dev.clientportal.portal.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clientportal.portal.Sha256;
import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.company.Directory.Company;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.page.Words;
import dev.clientportal.portal.problem.Problem;
import dev.clientportal.portal.problem.ProblemException;
import dev.clientportal.portal.project.FirmProjects;
import dev.clientportal.portal.project.FirmProjects.ChangeOutcome;
import dev.clientportal.portal.project.FirmProjects.Outcome;
import dev.clientportal.portal.project.FirmProjects.Result;
import dev.clientportal.portal.project.FirmProjects.Summary;
import dev.clientportal.portal.project.NewProject;
import dev.clientportal.portal.task.FirmTasks;
import dev.clientportal.portal.task.NewTask;
import dev.clientportal.portal.task.TaskMails.Where;
import dev.clientportal.portal.template.Template;
import dev.clientportal.portal.template.Template.TemplateTask;
import dev.clientportal.portal.template.Templates;
import jakarta.ws.rs.Consumes;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Projects, for machines. */
@Path("/api/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
@ForMachines
public class ProjectsApi {
    private final Place place;
    private final Caller caller;
    private final Companies companies;
    private final FirmProjects projects;
    private final FirmTasks tasks;
    private final Templates templates;
    private final Readers readers;
    private final Bodies bodies;
    private final ObjectMapper json;

    ProjectsApi(
            Place place,
            Caller caller,
            Companies companies,
            FirmProjects projects,
            FirmTasks tasks,
            Templates templates,
            Readers readers,
            Bodies bodies,
            ObjectMapper json) {
        this.place = place;
        this.caller = caller;
        this.companies = companies;
        this.projects = projects;
        this.tasks = tasks;
        this.templates = templates;
        this.readers = readers;
        this.bodies = bodies;
        this.json = json;
    }

    /** Makes a project. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createProject",
            summary = "Make a project with its tasks",
            description = "All or nothing. With an external id it can be sent again: the same content answers with the"
                    + " project that there is, other content is refused.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewProjectRepresentation.class)), required = true)
    @APIResponse(
            responseCode = "201",
            description = "Made.",
            content = @Content(schema = @Schema(implementation = ProjectRepresentation.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same was asked for before: the project that there is.",
            content = @Content(schema = @Schema(implementation = ProjectRepresentation.class)))
    @Refuses({Problem.UNKNOWN_COMPANY, Problem.UNKNOWN_CONTACT, Problem.UNKNOWN_TEMPLATE, Problem.EXTERNAL_ID_USED})
    public Response create(byte[] body) {
        NewProjectRepresentation wanted = bodies.read(body, NewProjectRepresentation.class);
        Company company = companies.named(wanted.company());
        readers.lookUp(company, wanted.named());
        NewProject project = new NewProject(
                wanted.externalId(),
                wanted.externalId() == null ? null : hash(wanted.content()),
                wanted.name().strip(),
                wanted.description(),
                tasks(company, wanted),
                wanted.notifies() ? new Where(place.firm(), place.base() + "/c/" + company.alias()) : null,
                readers.exactly(company, wanted.notToldOrNone(), "/notTold"));
        Result result = projects.create(new CompanyKey(place.firm().realm(), company.id()), project, caller.actor());
        if (result.outcome() == Outcome.TAKEN) {
            throw new ProblemException(
                    Problem.EXTERNAL_ID_USED, "Another project has this external id.", "/externalId");
        }
        return Response.status(result.outcome() == Outcome.CREATED ? 201 : 200)
                .location(URI.create(place.base() + "/api/v1/projects/" + result.id()))
                .entity(ProjectRepresentation.of(made(result)))
                .build();
    }

    /** Of a company that Keycloak has shown the caller a moment ago. */
    private Summary made(Result result) {
        return projects.find(place.firm().realm(), result.id())
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "There is no such project."));
    }

    private List<NewTask> tasks(Company company, NewProjectRepresentation wanted) {
        Set<String> ofProject = readers.of(company, wanted.contactsOrNone(), "/contacts");
        List<NewTask> tasks = new ArrayList<>();
        for (TemplateTask task : template(wanted.template())) {
            tasks.add(task.asTask(place.firm().today(), false, ofProject));
        }
        List<NewTaskRepresentation> own = wanted.tasksOrNone();
        for (int i = 0; i < own.size(); i++) {
            tasks.add(TasksApi.task(own.get(i), readers.of(company, own.get(i), ofProject, "/tasks/" + i)));
        }
        return tasks;
    }

    private List<TemplateTask> template(String key) {
        if (key == null) return List.of();
        return templates
                .find(place.firm().realm(), key)
                .map(Template::tasks)
                .orElseThrow(() -> new ProblemException(
                        Problem.UNKNOWN_TEMPLATE, "No template has this id or name.", "/template"));
    }

    /** Of what was asked for, in whatever order its properties were written. */
    private String hash(NewProjectRepresentation wanted) {
        try {
            return Sha256.of(json.writeValueAsString(wanted));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One company's projects, or the one with an external id. */
    @GET
    @Operation(
            operationId = "listProjects",
            summary = "List a company's projects",
            description = "Newest first. With an external id: that one, or none. With a status: only such ones.")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = ProjectPage.class)))
    @Refuses(Problem.UNKNOWN_COMPANY)
    public PageRepresentation<ProjectRepresentation> list(
            @QueryParam("company") String company,
            @QueryParam("externalId") String externalId,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {ProjectRepresentation.OPEN, ProjectRepresentation.CLOSED}))
                    @QueryParam("status")
                    String status,
            @QueryParam("after") String after,
            @QueryParam("max") Integer max) {
        if (status != null && !status.matches(ProjectRepresentation.STATUS)) {
            throw new ProblemException(Problem.INVALID, "status is open or closed.");
        }
        boolean closed = ProjectRepresentation.CLOSED.equals(status);
        if (externalId != null) {
            Optional<Summary> found = projects.findByExternalId(place.firm().realm(), externalId)
                    .filter(project -> status == null || project.closed() == closed)
                    .filter(project -> companies.sees(project.companyId()));
            return new PageRepresentation<>(
                    found.map(ProjectRepresentation::of).map(List::of).orElse(List.of()), null);
        }
        if (company == null) throw new ProblemException(Problem.INVALID, "Name a company or an external id.");
        CompanyKey key =
                new CompanyKey(place.firm().realm(), companies.named(company).id());
        int count = PageRepresentation.max(max);
        return PageRepresentation.of(
                status == null
                        ? projects.list(key, after, count)
                        : projects.list(key, closed, Words.NONE, after, count),
                ProjectRepresentation::of);
    }

    /** Which external ids are in use, asked for many at once: for a dry run. */
    @POST
    @Path("lookup")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "lookUpProjects",
            summary = "Look up projects by external ids",
            description = "Changes nothing.")
    @RequestBody(content = @Content(schema = @Schema(implementation = KnownProjectsQuestion.class)), required = true)
    @APIResponse(
            responseCode = "200",
            description = "Those that belong to projects.",
            content = @Content(schema = @Schema(implementation = KnownProjectsRepresentation.class)))
    public KnownProjectsRepresentation lookUp(byte[] body) {
        KnownProjectsQuestion asked = bodies.read(body, KnownProjectsQuestion.class);
        Map<String, String> found =
                projects.companiesByExternalId(place.firm().realm(), Set.copyOf(asked.externalIds()));
        Map<String, Boolean> seen = new HashMap<>();
        return new KnownProjectsRepresentation(found.entrySet().stream()
                .filter(project -> seen.computeIfAbsent(project.getValue(), companies::sees))
                .map(Map.Entry::getKey)
                .sorted()
                .toList());
    }

    /** One project. */
    @GET
    @Path("{project}")
    @Operation(operationId = "readProject", summary = "Read a project and how far it is")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ProjectRepresentation.class)))
    @Refuses(Problem.NOT_FOUND)
    public ProjectRepresentation read(@PathParam("project") String id) {
        return ProjectRepresentation.of(visible(id));
    }

    /** Another name or description, or the end of it. */
    @PUT
    @Path("{project}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeProject",
            summary = "Change, close or reopen a project",
            description = "All of it. What its tasks say stays as it is.")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = ProjectChangeRepresentation.class)),
            required = true)
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ProjectRepresentation.class)))
    @Refuses({Problem.NOT_FOUND, Problem.VERSION_CONFLICT})
    public ProjectRepresentation change(@PathParam("project") String id, byte[] body) {
        ProjectChangeRepresentation wanted = bodies.read(body, ProjectChangeRepresentation.class);
        ChangeOutcome outcome = projects.change(
                key(visible(id)),
                id,
                wanted.version(),
                wanted.name().strip(),
                wanted.description(),
                wanted.closed(),
                caller.actor());
        return switch (outcome) {
            case DONE -> read(id);
            case NOT_FOUND -> throw new ProblemException(Problem.NOT_FOUND, "There is no such project.");
            case CHANGED ->
                throw new ProblemException(
                        Problem.VERSION_CONFLICT, "Read it again, and send your change with its version.", "/version");
        };
    }

    /** Its tasks. */
    @GET
    @Path("{project}/tasks")
    @Operation(operationId = "listTasks", summary = "List a project's tasks", description = "In their order.")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = TaskPage.class)))
    @Refuses(Problem.NOT_FOUND)
    public PageRepresentation<TaskRepresentation> tasks(
            @PathParam("project") String id, @QueryParam("after") String after, @QueryParam("max") Integer max) {
        CompanyKey company = key(visible(id));
        return PageRepresentation.of(
                tasks.ofProject(company, id, after, PageRepresentation.max(max)), TaskRepresentation::of);
    }

    private Summary visible(String id) {
        return projects.find(place.firm().realm(), id)
                .filter(project -> companies.sees(project.companyId()))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "There is no such project."));
    }

    private CompanyKey key(Summary project) {
        return new CompanyKey(place.firm().realm(), project.companyId());
    }

    /** For the OpenAPI file. */
    @Schema(name = "ProjectPage")
    record ProjectPage(
            List<ProjectRepresentation> items,
            @Schema(nullable = true) String next) {}

    /** For the OpenAPI file. */
    @Schema(name = "TaskPage")
    record TaskPage(
            List<TaskRepresentation> items,
            @Schema(nullable = true) String next) {}
}
