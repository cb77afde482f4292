package dev.clientportal.portal.task;

import dev.clientportal.portal.document.UploadForm;
import dev.clientportal.portal.signin.ForContacts;
import dev.clientportal.portal.signin.Visit;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The files that a contact adds to a task. */
@Path("/c/{company}/tasks/{task}/documents")
@Produces(MediaType.TEXT_HTML)
@ForContacts
public class TaskDocumentsResource {
    private final Visit visit;
    private final Tasks tasks;
    private final UploadForm form;

    TaskDocumentsResource(Visit visit, Tasks tasks, UploadForm form) {
        this.visit = visit;
        this.tasks = tasks;
        this.form = form;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@PathParam("task") String task, @RestForm("files") List<FileUpload> files) {
        TaskView found = tasks.find(visit.companyKey(), visit.userId(), task).orElseThrow(NotFoundException::new);
        if (found.closed()) return form.closed(visit.address() + "/tasks/" + task);
        return form.take(task, files, visit.address() + "/tasks/" + task);
    }
}
