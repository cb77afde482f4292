package dev.clientportal.portal.desk;

import dev.clientportal.portal.audit.Action;
import dev.clientportal.portal.audit.Audit;
import dev.clientportal.portal.audit.Subject;
import dev.clientportal.portal.firm.Keycloak;
import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.project.FirmProjects;
import dev.clientportal.portal.staff.ForStaff;
import dev.clientportal.portal.staff.StaffCompanies;
import dev.clientportal.portal.task.FirmTasks;
import dev.clientportal.portal.task.TaskSharing;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** Lets somebody into a company, with an invitation, and shows them tasks that were there before. */
@Path("/staff/companies/{companyId}/new-client")
@Produces(MediaType.TEXT_HTML)
@ForStaff
public class ClientDesk {
    /** What Keycloak refuses, by the last part of the problem's type, and what is said about it. */
    private static final Map<String, String> REFUSALS = Map.of(
            "invalid", "emailWrong",
            "no-valid-address", "emailWrong",
            "firm-inactive", "firmInactive",
            "company-inactive", "companyInactive",
            "contact-blocked", "contactBlocked",
            "user-disabled", "userDisabled",
            "address-in-use", "addressInUse",
            "address-bounced", "addressBounced",
            "too-many", "tooMany",
            "forbidden", "notAllowed");

    private final Desk desk;
    private final StaffCompanies companies;
    private final FirmProjects projects;
    private final FirmTasks tasks;
    private final TaskSharing sharing;
    private final Audit audit;
    private final Pages pages;

    ClientDesk(
            Desk desk,
            StaffCompanies companies,
            FirmProjects projects,
            FirmTasks tasks,
            TaskSharing sharing,
            Audit audit,
            Pages pages) {
        this.desk = desk;
        this.companies = companies;
        this.projects = projects;
        this.tasks = tasks;
        this.sharing = sharing;
        this.audit = audit;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "desk")
    static final class Views {
        private Views() {}

        static native TemplateInstance newClient(DeskCompany company, ClientForm form);
    }

    @GET
    public Response form(
            @PathParam("companyId") String companyId,
            @QueryParam("project") String project,
            @QueryParam("task") String task) {
        DeskCompany company = desk.company(companyId);
        ClientForm form = ClientForm.fresh(project, task);
        tasks(company, form);
        return pages.response(Response.Status.OK, Views.newClient(company, form));
    }

    /** Those of a project, or the one task; none when the client is added to the company alone. */
    private List<String> tasks(DeskCompany company, ClientForm form) {
        if (!form.task().isEmpty()) {
            return List.of(tasks.view(company.key(), form.task())
                    .orElseThrow(NotFoundException::new)
                    .id());
        }
        if (form.project().isEmpty()) return List.of();
        if (projects.find(company.key(), form.project()).isEmpty()) throw new NotFoundException();
        return tasks.ids(company.key(), form.project());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(
            @PathParam("companyId") String companyId,
            @FormParam("email") String email,
            @FormParam("firstName") String firstName,
            @FormParam("lastName") String lastName,
            @FormParam("project") String project,
            @FormParam("task") String task) {
        DeskCompany company = desk.company(companyId);
        ClientForm form = ClientForm.of(email, firstName, lastName, project, task);
        List<String> shown = tasks(company, form);
        if (!form.errors().isEmpty()) return refused(Response.Status.BAD_REQUEST, company, form);
        Keycloak.Done done = companies.add(company.id(), form.client());
        if (done.isRefused()) {
            String problem = REFUSALS.getOrDefault(done.problem(), done.status() == 403 ? "notAllowed" : "refused");
            return refused(Response.Status.CONFLICT, company, form.with("email", problem));
        }
        String contact = done.document().path("userId").asText();
        QuarkusTransaction.requiringNew().run(() -> {
            audit.write(desk.actor(), company.key(), Action.CONTACT_INVITED, Subject.of(contact));
            sharing.shareAlso(company.key(), shown, contact, desk.actor());
        });
        return pages.to(company.address() + form.from());
    }

    private Response refused(Response.Status status, DeskCompany company, ClientForm form) {
        return pages.response(status, Views.newClient(company, form));
    }
}
