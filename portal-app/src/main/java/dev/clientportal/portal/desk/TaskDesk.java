package dev.clientportal.portal.desk;

import dev.clientportal.portal.document.DocumentRow;
import dev.clientportal.portal.document.Documents;
import dev.clientportal.portal.document.Downloads;
import dev.clientportal.portal.document.UploadForm;
import dev.clientportal.portal.document.Uploads;
import dev.clientportal.portal.page.Form;
import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.signing.Signing;
import dev.clientportal.portal.staff.ForStaff;
import dev.clientportal.portal.task.CommentView;
import dev.clientportal.portal.task.FirmTasks;
import dev.clientportal.portal.task.NewTask;
import dev.clientportal.portal.task.Outcome;
import dev.clientportal.portal.task.Reminders;
import dev.clientportal.portal.task.TaskChanges;
import dev.clientportal.portal.task.TaskKind;
import dev.clientportal.portal.task.TaskMails;
import dev.clientportal.portal.task.TaskView;
import dev.clientportal.portal.task.Tasks;
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
import java.io.IOException;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** One task as staff see it, with its discussion and documents. */
@Path("/staff/companies/{companyId}/tasks/{task}")
@Produces(MediaType.TEXT_HTML)
@ForStaff
public class TaskDesk {
    private static final int FILES = 50;

    private final Desk desk;
    private final FirmTasks firmTasks;
    private final TaskChanges changes;
    private final Tasks tasks;
    private final Reminders reminders;
    private final TaskMails mails;
    private final Signing signing;
    private final Documents documents;
    private final Downloads downloads;
    private final UploadForm upload;
    private final Pages pages;

    TaskDesk(
            Desk desk,
            FirmTasks firmTasks,
            TaskChanges changes,
            Tasks tasks,
            Reminders reminders,
            TaskMails mails,
            Signing signing,
            Documents documents,
            Downloads downloads,
            UploadForm upload,
            Pages pages) {
        this.desk = desk;
        this.firmTasks = firmTasks;
        this.changes = changes;
        this.tasks = tasks;
        this.reminders = reminders;
        this.mails = mails;
        this.signing = signing;
        this.documents = documents;
        this.downloads = downloads;
        this.upload = upload;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "desk")
    static final class Views {
        private Views() {}

        /**
         * @param everybody all contacts see it, whoever the readers are
         * @param reminded of how many tasks the form before this page reminded, or null
         */
        static native TemplateInstance task(
                DeskCompany company,
                TaskView task,
                List<String> readers,
                boolean everybody,
                Listing<DocumentRow> documents,
                List<CommentView> discussion,
                Form comment,
                Integer reminded);

        static native TemplateInstance editTask(DeskCompany company, TaskView task, TaskForm form);
    }

    @GET
    public Response task(
            @PathParam("companyId") String companyId,
            @PathParam("task") String id,
            @QueryParam("reminded") Integer reminded) {
        return page(Response.Status.OK, desk.company(companyId), id, Form.fresh(), reminded);
    }

    private Response page(Response.Status status, DeskCompany company, String id, Form comment, Integer reminded) {
        TaskView task = find(company, id);
        List<String> readers = firmTasks.readers(company.key(), id);
        boolean everybody = readers.containsAll(NewTask.EVERYBODY);
        List<String> names =
                everybody || readers.isEmpty() ? List.of() : desk.names(company, desk.contacts(company), readers);
        return pages.response(
                status,
                Views.task(
                        company,
                        task,
                        names,
                        everybody,
                        documents.ofTask(company.key(), id, null, FILES),
                        tasks.discussion(company.key(), id),
                        comment,
                        reminded));
    }

    private TaskView find(DeskCompany company, String id) {
        return firmTasks.view(company.key(), id).orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("comments")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response comment(
            @PathParam("companyId") String companyId,
            @PathParam("task") String id,
            @FormParam("id") String form,
            @FormParam("text") String text) {
        DeskCompany company = desk.company(companyId);
        Form comment = Form.of(form, text, Typed.TEXT);
        if (comment.error() != null) return page(Response.Status.BAD_REQUEST, company, id, comment, null);
        return back(
                changes.comment(company.key(), desk.actor(), id, comment.uuid(), comment.text()),
                company,
                id,
                "#discussion",
                comment);
    }

    @POST
    @Path("done")
    public Response done(@PathParam("companyId") String companyId, @PathParam("task") String id) {
        DeskCompany company = desk.company(companyId);
        return back(changes.mark(company.key(), desk.actor(), id, true), company, id, "", Form.fresh());
    }

    @POST
    @Path("reopen")
    public Response reopen(@PathParam("companyId") String companyId, @PathParam("task") String id) {
        DeskCompany company = desk.company(companyId);
        return back(changes.mark(company.key(), desk.actor(), id, false), company, id, "", Form.fresh());
    }

    /** Mails whoever sees the task. */
    @POST
    @Path("remind")
    public Response remind(@PathParam("companyId") String companyId, @PathParam("task") String id) {
        DeskCompany company = desk.company(companyId);
        find(company, id);
        int reminded = reminders.byHand(company.key(), List.of(id), desk.actor(), desk.mails(company));
        return pages.to(address(company, id) + "?reminded=" + reminded);
    }

    /** @param typed is still there when nothing came of it */
    private Response back(Outcome outcome, DeskCompany company, String id, String fragment, Form typed) {
        return switch (outcome) {
            case DONE -> pages.to(address(company, id) + fragment);
            case NOT_FOUND -> throw new NotFoundException();
            case CHANGED, CLOSED -> page(Response.Status.CONFLICT, company, id, typed, null);
        };
    }

    @GET
    @Path("edit")
    public Response edit(@PathParam("companyId") String companyId, @PathParam("task") String id) {
        DeskCompany company = desk.company(companyId);
        TaskView task = find(company, id);
        return pages.response(Response.Status.OK, Views.editTask(company, task, TaskForm.of(task)));
    }

    /** Takes the change, unless somebody else made one since the form was shown. */
    @POST
    @Path("edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("companyId") String companyId,
            @PathParam("task") String id,
            @FormParam("version") int version,
            @FormParam("title") String title,
            @FormParam("description") String description,
            @FormParam("due") String due,
            @FormParam("remind") boolean remind) {
        DeskCompany company = desk.company(companyId);
        TaskForm form = TaskForm.of(id, version, null, title, description, due, remind, Sharing.EVERYBODY);
        if (!form.errors().isEmpty()) return edited(Response.Status.BAD_REQUEST, company, id, form);
        Outcome outcome = changes.change(
                company.key(),
                id,
                new TaskChanges.Change(
                        version, form.title(), Typed.orNull(form.description()), form.day(), form.remind()),
                desk.actor(),
                desk.mails(company));
        return switch (outcome) {
            case DONE -> pages.to(address(company, id));
            case NOT_FOUND -> throw new NotFoundException();
            case CHANGED -> edited(Response.Status.CONFLICT, company, id, form.with("form", "changed"));
            case CLOSED -> edited(Response.Status.CONFLICT, company, id, form.with("form", "projectClosed"));
        };
    }

    private Response edited(Response.Status status, DeskCompany company, String id, TaskForm form) {
        return pages.response(status, Views.editTask(company, find(company, id), form));
    }

    @POST
    @Path("documents")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(
            @PathParam("companyId") String companyId,
            @PathParam("task") String id,
            @RestForm("files") List<FileUpload> files) {
        DeskCompany company = desk.company(companyId);
        TaskView task = find(company, id);
        if (task.closed()) return upload.closed(address(company, id));
        return upload.take(
                company.key(),
                desk.actor(),
                id,
                files,
                address(company, id),
                check(task),
                names -> mails.documents(
                        desk.mails(company), company.key(), id, firmTasks.readers(company.key(), id), names));
    }

    private Uploads.Check check(TaskView task) {
        return task.kind() == TaskKind.SIGN ? signing : Uploads.ANY;
    }

    @GET
    @Path("documents/{document}")
    @Produces(MediaType.WILDCARD)
    public Response download(
            @PathParam("companyId") String companyId,
            @PathParam("task") String id,
            @PathParam("document") String document)
            throws IOException {
        DeskCompany company = desk.company(companyId);
        return downloads.of(documents
                .findForFirm(company.key(), document)
                .filter(found -> id.equals(found.taskId()))
                .orElseThrow(NotFoundException::new));
    }

    private static String address(DeskCompany company, String id) {
        return company.address() + "/tasks/" + id;
    }
}
