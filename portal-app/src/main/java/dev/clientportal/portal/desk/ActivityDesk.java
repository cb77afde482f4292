package dev.clientportal.portal.desk;

import dev.clientportal.portal.audit.AuditEntry;
import dev.clientportal.portal.audit.AuditLog;
import dev.clientportal.portal.audit.Subject;
import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.project.FirmProjects;
import dev.clientportal.portal.staff.ForStaff;
import dev.clientportal.portal.task.FirmTasks;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who did what in a company, or at one of its projects or tasks. */
@Path("/staff/companies/{companyId}/activity")
@Produces(MediaType.TEXT_HTML)
@ForStaff
public class ActivityDesk {
    private static final int PAGE = 50;

    private final Desk desk;
    private final AuditLog log;
    private final FirmProjects projects;
    private final FirmTasks tasks;
    private final Pages pages;

    ActivityDesk(Desk desk, AuditLog log, FirmProjects projects, FirmTasks tasks, Pages pages) {
        this.desk = desk;
        this.log = log;
        this.projects = projects;
        this.tasks = tasks;
        this.pages = pages;
    }

    /**
     * What somebody did, as the page shows it.
     *
     * @param title of what it was done to, or null when that is gone
     * @param address of its page, or null when there is none
     */
    public record Line(AuditEntry entry, String title, String address) {}

    @CheckedTemplate(basePath = "desk")
    static final class Views {
        private Views() {}

        /** @param about the name of the project or the task, or null for all of the company */
        static native TemplateInstance activity(
                DeskCompany company, String about, ActivitySearch search, Listing<Line> lines);
    }

    @GET
    public Response activity(
            @PathParam("companyId") String companyId,
            @QueryParam("project") String project,
            @QueryParam("task") String task,
            @QueryParam("by") String by,
            @QueryParam("after") String after) {
        DeskCompany company = desk.company(companyId);
        String about = about(company, project, task);
        ActivitySearch search = ActivitySearch.of(project, task, by, after);
        Listing<AuditEntry> found = log.ofCompany(company.key(), search.filter(), search.after(), PAGE);
        return pages.response(
                Response.Status.OK,
                Views.activity(company, about, search, new Listing<>(lines(company, found.items()), found.next())));
    }

    private String about(DeskCompany company, String project, String task) {
        if (task != null) {
            return tasks.view(company.key(), task)
                    .orElseThrow(NotFoundException::new)
                    .title();
        }
        if (project == null) return null;
        return projects.find(company.key(), project)
                .orElseThrow(NotFoundException::new)
                .name();
    }

    private List<Line> lines(DeskCompany company, List<AuditEntry> entries) {
        Map<String, String> contacts = new HashMap<>();
        return entries.stream()
                .map(entry -> {
                    boolean contact = entry.action().subject() == Subject.Kind.CONTACT;
                    String title = contact
                            ? contacts.computeIfAbsent(entry.subject(), id -> desk.name(company, id))
                            : entry.title();
                    return new Line(entry, title, title == null ? null : address(company, entry));
                })
                .toList();
    }

    private String address(DeskCompany company, AuditEntry entry) {
        return switch (entry.action().subject()) {
            case PROJECT -> company.address() + "/projects/" + entry.subject();
            case TASK -> company.address() + "/tasks/" + entry.subject();
            case DOCUMENT ->
                entry.task() == null
                        ? null
                        : company.address() + "/tasks/" + entry.task() + "/documents/" + entry.subject();
            case MESSAGE -> desk.staffAddress() + "/messages/" + entry.subject();
            case CONTACT, TEMPLATE, REMINDERS -> null;
        };
    }
}
