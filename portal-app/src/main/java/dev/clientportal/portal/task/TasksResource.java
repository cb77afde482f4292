package dev.clientportal.portal.task;

import dev.clientportal.portal.document.DocumentRow;
import dev.clientportal.portal.document.Documents;
import dev.clientportal.portal.page.Form;
import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.page.Words;
import dev.clientportal.portal.signin.ForContacts;
import dev.clientportal.portal.signin.Visit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
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

/** A contact's tasks. */
@Path("/c/{company}/tasks")
@Produces(MediaType.TEXT_HTML)
@ForContacts
public class TasksResource {
    private static final int PAGE = 30;
    private static final int FILES = 50;
    private static final int LONGEST_COMMENT = 4000;

    private final Visit visit;
    private final Tasks tasks;
    private final Documents documents;
    private final Pages pages;

    TasksResource(Visit visit, Tasks tasks, Documents documents, Pages pages) {
        this.visit = visit;
        this.tasks = tasks;
        this.documents = documents;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "task")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance tasks(Listing<TaskRow> tasks, boolean done, Words words);

        static native TemplateInstance task(
                TaskView task, Listing<DocumentRow> documents, List<CommentView> discussion, Form comment);
    }

    @GET
    public Response list(
            @QueryParam("done") boolean done, @QueryParam("search") String typed, @QueryParam("after") String after) {
        Words words = Words.of(typed);
        return pages.response(
                Response.Status.OK,
                Templates.tasks(tasks.list(visit.companyKey(), visit.userId(), done, words, after, PAGE), done, words));
    }

    @GET
    @Path("{task}")
    public Response task(@PathParam("task") String id) {
        return page(Response.Status.OK, id, Form.fresh());
    }

    private Response page(Response.Status status, String id, Form comment) {
        TaskView task = tasks.find(visit.companyKey(), visit.userId(), id).orElseThrow(NotFoundException::new);
        return pages.response(
                status,
                Templates.task(
                        task,
                        documents.ofTask(visit.companyKey(), id, null, FILES),
                        tasks.discussion(visit.companyKey(), id),
                        comment));
    }

    /** A contribution to the discussion; the first to a question is its answer. */
    @POST
    @Path("{task}/comments")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response comment(
            @PathParam("task") String id,
            @FormParam("id") String form,
            @FormParam("text") String text,
            @FormParam("answer") boolean answer) {
        if (!visit.mayMessage()) throw new ForbiddenException();
        Form comment = Form.of(form, text, LONGEST_COMMENT);
        if (comment.error() != null) return page(Response.Status.BAD_REQUEST, id, comment);
        Outcome outcome = answer
                ? tasks.answer(visit.companyKey(), visit.actor(), id, comment.uuid(), comment.text())
                : tasks.comment(visit.companyKey(), visit.actor(), id, comment.uuid(), comment.text());
        return back(outcome, id, "#discussion", comment);
    }

    @POST
    @Path("{task}/done")
    public Response done(@PathParam("task") String id) {
        return back(tasks.mark(visit.companyKey(), visit.actor(), id, true), id, "", Form.fresh());
    }

    @POST
    @Path("{task}/reopen")
    public Response reopen(@PathParam("task") String id) {
        return back(tasks.mark(visit.companyKey(), visit.actor(), id, false), id, "", Form.fresh());
    }

    /** @param typed is still there when nothing came of it */
    private Response back(Outcome outcome, String id, String fragment, Form typed) {
        return switch (outcome) {
            case DONE -> pages.to(visit.address() + "/tasks/" + id + fragment);
            case NOT_FOUND -> throw new NotFoundException();
            case CHANGED, CLOSED -> page(Response.Status.CONFLICT, id, typed);
        };
    }
}
