package dev.clientportal.portal.desk;

import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.project.FirmProjects;
import dev.clientportal.portal.project.NewProject;
import dev.clientportal.portal.staff.ForStaff;
import dev.clientportal.portal.task.FirmTasks;
import dev.clientportal.portal.task.NewTask;
import dev.clientportal.portal.task.Outcome;
import dev.clientportal.portal.task.Reminders;
import dev.clientportal.portal.task.TaskChanges;
import dev.clientportal.portal.task.TaskKind;
import dev.clientportal.portal.task.TaskSharing;
import dev.clientportal.portal.template.Template;
import dev.clientportal.portal.template.Template.TemplateTask;
import dev.clientportal.portal.template.Templates;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A company's projects as staff see and make them. */
@Path("/staff/companies/{companyId}/projects")
@Produces(MediaType.TEXT_HTML)
@ForStaff
public class ProjectsDesk {
    private static final int PAGE = 30;
    private static final int TASKS = 100;
    private static final int TEMPLATES = 500;

    private final Desk desk;
    private final FirmProjects projects;
    private final FirmTasks tasks;
    private final TaskChanges changes;
    private final TaskSharing sharing;
    private final Reminders reminders;
    private final Templates templates;
    private final Pages pages;

    ProjectsDesk(
            Desk desk,
            FirmProjects projects,
            FirmTasks tasks,
            TaskChanges changes,
            TaskSharing sharing,
            Reminders reminders,
            Templates templates,
            Pages pages) {
        this.desk = desk;
        this.projects = projects;
        this.tasks = tasks;
        this.changes = changes;
        this.sharing = sharing;
        this.reminders = reminders;
        this.templates = templates;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "desk")
    static final class Views {
        private Views() {}

        static native TemplateInstance projects(
                DeskCompany company, Listing<FirmProjects.Summary> projects, ProjectSearch search);

        static native TemplateInstance newProject(
                DeskCompany company, ProjectForm form, List<Template.Row> templates, Contacts contacts);

        /**
         * @param contacts for the form of a new task
         * @param readers for the form that shares tasks
         */
        static native TemplateInstance project(
                DeskCompany company,
                FirmProjects.Summary project,
                Listing<FirmTasks.Row> tasks,
                TaskForm form,
                Contacts contacts,
                Contacts readers,
                TaskChoice choice);
    }

    @GET
    public Response list(
            @PathParam("companyId") String companyId,
            @QueryParam("search") String words,
            @QueryParam("closed") boolean closed,
            @QueryParam("after") String after) {
        DeskCompany company = desk.company(companyId);
        ProjectSearch search = ProjectSearch.of(words, closed, after);
        return pages.response(
                Response.Status.OK,
                Views.projects(
                        company, projects.list(company.key(), closed, search.words(), search.after(), PAGE), search));
    }

    @GET
    @Path("new")
    public Response newProject(@PathParam("companyId") String companyId) {
        return newProject(Response.Status.OK, desk.company(companyId), ProjectForm.fresh());
    }

    private Response newProject(Response.Status status, DeskCompany company, ProjectForm form) {
        return pages.response(
                status,
                Views.newProject(
                        company,
                        form,
                        templates.list(desk.firm(), null, TEMPLATES).items(),
                        desk.contacts(company, form.sharing())));
    }

    /** Makes a project with the tasks of a template. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(
            @PathParam("companyId") String companyId,
            @FormParam("id") String id,
            @FormParam("name") String name,
            @FormParam("description") String description,
            @FormParam("template") String template,
            @BeanParam SharingForm sharing) {
        DeskCompany company = desk.company(companyId);
        ProjectForm form = ProjectForm.of(id, name, description, template, sharing.sharing());
        if (form.sharing().looks()) return newProject(Response.Status.OK, company, form.unjudged());
        Optional<List<TemplateTask>> wanted = tasks(form.template());
        if (wanted.isEmpty()) form = form.with("template", "templateGone");
        Optional<Set<String>> readers = desk.readers(company, form.sharing());
        if (readers.isEmpty()) form = form.with("share", "chooseContact");
        if (!form.errors().isEmpty()) return newProject(Response.Status.BAD_REQUEST, company, form);
        List<NewTask> made = wanted.orElseThrow().stream()
                .map(task -> task.asTask(desk.today(), false, readers.orElseThrow()))
                .toList();
        FirmProjects.Result result = projects.create(
                company.key(),
                new NewProject(
                        "form:" + form.id(),
                        form.hash(),
                        form.name(),
                        Typed.orNull(form.description()),
                        made,
                        desk.mails(company),
                        Set.of()),
                desk.actor());
        if (result.outcome() == FirmProjects.Outcome.TAKEN) {
            return newProject(Response.Status.CONFLICT, company, form.with("form", "formUsed"));
        }
        return pages.to(company.address() + "/projects/" + result.id());
    }

    private Optional<List<TemplateTask>> tasks(String template) {
        if (template.isEmpty()) return Optional.of(List.of());
        return templates
                .find(desk.firm(), template)
                .filter(found -> found.id().equals(template))
                .map(Template::tasks);
    }

    @GET
    @Path("{project}")
    public Response project(
            @PathParam("companyId") String companyId,
            @PathParam("project") String id,
            @QueryParam("after") String after,
            @QueryParam("shared") Integer shared,
            @QueryParam("reminded") Integer reminded) {
        return project(
                Response.Status.OK,
                desk.company(companyId),
                id,
                TaskForm.fresh(),
                TaskChoice.none(after, shared, reminded));
    }

    private Response project(Response.Status status, DeskCompany company, String id, TaskForm form, TaskChoice choice) {
        FirmProjects.Summary project = find(company, id);
        Contacts forNew = desk.contacts(company, form.sharing());
        return pages.response(
                status,
                Views.project(
                        company,
                        project,
                        tasks.rows(company.key(), id, choice.after(), TASKS),
                        form,
                        forNew,
                        choice.sharing().equals(form.sharing()) ? forNew : desk.contacts(company, choice.sharing()),
                        choice));
    }

    private FirmProjects.Summary find(DeskCompany company, String id) {
        return projects.find(company.key(), id).orElseThrow(NotFoundException::new);
    }

    /** Adds a task. */
    @POST
    @Path("{project}/tasks")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response addTask(
            @PathParam("companyId") String companyId,
            @PathParam("project") String project,
            @FormParam("id") String id,
            @FormParam("kind") TaskKind kind,
            @FormParam("title") String title,
            @FormParam("description") String description,
            @FormParam("due") String due,
            @FormParam("remind") boolean remind,
            @BeanParam SharingForm sharing) {
        DeskCompany company = desk.company(companyId);
        find(company, project);
        TaskForm form = TaskForm.of(id, 0, kind, title, description, due, remind, sharing.sharing());
        if (form.sharing().looks()) return adding(Response.Status.OK, company, project, form.unjudged());
        Optional<Set<String>> readers = desk.readers(company, form.sharing());
        if (readers.isEmpty()) form = form.with("share", "chooseContact");
        if (!form.errors().isEmpty()) return adding(Response.Status.BAD_REQUEST, company, project, form);
        NewTask wanted = new NewTask(
                form.kind(),
                form.title(),
                Typed.orNull(form.description()),
                form.day(),
                form.remind(),
                false,
                readers.orElseThrow());
        Outcome outcome = changes.add(
                company.key(), project, UUID.fromString(form.id()), wanted, desk.actor(), desk.mails(company));
        if (outcome == Outcome.CLOSED) return adding(Response.Status.CONFLICT, company, project, form);
        return pages.to(company.address() + "/projects/" + project + "#tasks");
    }

    private Response adding(Response.Status status, DeskCompany company, String project, TaskForm form) {
        return project(status, company, project, form, TaskChoice.none(null, null, null));
    }

    /** Shares many tasks at once, or takes them back. */
    @POST
    @Path("{project}/share")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response share(
            @PathParam("companyId") String companyId,
            @PathParam("project") String project,
            @FormParam("which") String which,
            @FormParam("task") List<String> ticked,
            @FormParam("after") String after,
            @BeanParam SharingForm form) {
        DeskCompany company = desk.company(companyId);
        FirmProjects.Summary found = find(company, project);
        TaskChoice choice = TaskChoice.of(which, ticked, form.sharing(), after);
        if (choice.sharing().looks()) return choosing(Response.Status.OK, company, project, choice);
        Optional<Response> refused = refused(company, found, choice);
        if (refused.isPresent()) return refused.get();
        Optional<Set<String>> readers = desk.readers(company, choice.sharing());
        if (readers.isEmpty()) {
            return choosing(Response.Status.BAD_REQUEST, company, project, choice.with("chooseContact"));
        }
        int shared = sharing.shareAndTell(
                company.key(),
                project,
                found.name(),
                chosen(company, project, choice),
                readers.orElseThrow(),
                desk.actor(),
                desk.mails(company));
        return pages.to(company.address() + "/projects/" + project + "?shared=" + shared + "#tasks");
    }

    /** Reminds whoever sees these tasks. */
    @POST
    @Path("{project}/remind")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remind(
            @PathParam("companyId") String companyId,
            @PathParam("project") String project,
            @FormParam("which") String which,
            @FormParam("task") List<String> ticked,
            @FormParam("after") String after) {
        DeskCompany company = desk.company(companyId);
        FirmProjects.Summary found = find(company, project);
        TaskChoice choice = TaskChoice.of(which, ticked, Sharing.EVERYBODY, after);
        Optional<Response> refused = refused(company, found, choice);
        if (refused.isPresent()) return refused.get();
        int reminded =
                reminders.byHand(company.key(), chosen(company, project, choice), desk.actor(), desk.mails(company));
        return pages.to(company.address() + "/projects/" + project + "?reminded=" + reminded + "#tasks");
    }

    /** When nothing can be done with what was chosen. */
    private Optional<Response> refused(DeskCompany company, FirmProjects.Summary project, TaskChoice choice) {
        if (project.closed()) return Optional.of(choosing(Response.Status.CONFLICT, company, project.id(), choice));
        if (choice.all() || !choice.ticked().isEmpty()) return Optional.empty();
        return Optional.of(choosing(Response.Status.BAD_REQUEST, company, project.id(), choice.with("tickTasks")));
    }

    private Collection<String> chosen(DeskCompany company, String project, TaskChoice choice) {
        return choice.all() ? tasks.ids(company.key(), project) : choice.ticked();
    }

    private Response choosing(Response.Status status, DeskCompany company, String project, TaskChoice choice) {
        return project(status, company, project, TaskForm.fresh(), choice);
    }
}
