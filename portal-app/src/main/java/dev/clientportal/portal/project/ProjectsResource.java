package dev.clientportal.portal.project;

import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.signin.ForContacts;
import dev.clientportal.portal.signin.Visit;
import dev.clientportal.portal.task.TaskRow;
import dev.clientportal.portal.task.Tasks;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A contact's projects. */
@Path("/c/{company}/projects")
@Produces(MediaType.TEXT_HTML)
@ForContacts
public class ProjectsResource {
    private static final int PAGE = 30;

    private final Visit visit;
    private final Projects projects;
    private final Tasks tasks;
    private final Pages pages;

    ProjectsResource(Visit visit, Projects projects, Tasks tasks, Pages pages) {
        this.visit = visit;
        this.projects = projects;
        this.tasks = tasks;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "project")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance projects(Listing<ProjectRow> projects, boolean closed);

        static native TemplateInstance project(ProjectRow project, Listing<TaskRow> tasks);
    }

    @GET
    public Response list(@QueryParam("closed") boolean closed, @QueryParam("after") String after) {
        return pages.response(
                Response.Status.OK,
                Templates.projects(projects.list(visit.companyKey(), visit.userId(), closed, after, PAGE), closed));
    }

    @GET
    @Path("{project}")
    public Response project(@PathParam("project") String id, @QueryParam("after") String after) {
        ProjectRow project =
                projects.find(visit.companyKey(), visit.userId(), id).orElseThrow(NotFoundException::new);
        return pages.response(
                Response.Status.OK,
                Templates.project(project, tasks.ofProject(visit.companyKey(), visit.userId(), id, after, PAGE)));
    }
}
