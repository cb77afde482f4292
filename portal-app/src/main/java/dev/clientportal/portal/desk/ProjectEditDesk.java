package dev.clientportal.portal.desk;

import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.project.FirmProjects;
import dev.clientportal.portal.staff.ForStaff;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Staff say anew what a project is, close it, and open it again. */
@Path("/staff/companies/{companyId}/projects/{project}/edit")
@Produces(MediaType.TEXT_HTML)
@ForStaff
public class ProjectEditDesk {
    private final Desk desk;
    private final FirmProjects projects;
    private final Pages pages;

    ProjectEditDesk(Desk desk, FirmProjects projects, Pages pages) {
        this.desk = desk;
        this.projects = projects;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "desk")
    static final class Views {
        private Views() {}

        static native TemplateInstance editProject(
                DeskCompany company, FirmProjects.Summary project, ProjectEditForm form);
    }

    @GET
    public Response edit(@PathParam("companyId") String companyId, @PathParam("project") String id) {
        DeskCompany company = desk.company(companyId);
        FirmProjects.Summary project = find(company, id);
        return pages.response(Response.Status.OK, Views.editProject(company, project, ProjectEditForm.of(project)));
    }

    private FirmProjects.Summary find(DeskCompany company, String id) {
        return projects.find(company.key(), id).orElseThrow(NotFoundException::new);
    }

    /** Takes the change, unless somebody else made one since the form was shown. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("companyId") String companyId,
            @PathParam("project") String id,
            @FormParam("version") int version,
            @FormParam("name") String name,
            @FormParam("description") String description) {
        DeskCompany company = desk.company(companyId);
        ProjectEditForm form = ProjectEditForm.of(version, name, description);
        if (!form.errors().isEmpty()) return edited(Response.Status.BAD_REQUEST, company, id, form);
        FirmProjects.ChangeOutcome outcome = projects.rename(
                company.key(), id, version, form.name(), Typed.orNull(form.description()), desk.actor());
        return switch (outcome) {
            case DONE -> toProject(company, id);
            case NOT_FOUND -> throw new NotFoundException();
            case CHANGED -> edited(Response.Status.CONFLICT, company, id, form.with("form", "changed"));
        };
    }

    private Response edited(Response.Status status, DeskCompany company, String id, ProjectEditForm form) {
        return pages.response(status, Views.editProject(company, find(company, id), form));
    }

    @POST
    @Path("close")
    public Response close(@PathParam("companyId") String companyId, @PathParam("project") String id) {
        return close(desk.company(companyId), id, true);
    }

    @POST
    @Path("reopen")
    public Response reopen(@PathParam("companyId") String companyId, @PathParam("project") String id) {
        return close(desk.company(companyId), id, false);
    }

    private Response close(DeskCompany company, String id, boolean closed) {
        if (!projects.close(company.key(), id, closed, desk.actor())) throw new NotFoundException();
        return toProject(company, id);
    }

    private Response toProject(DeskCompany company, String id) {
        return pages.to(company.address() + "/projects/" + id);
    }
}
