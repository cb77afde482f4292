package dev.clientportal.portal.api;

import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.company.Directory;
import dev.clientportal.portal.company.Directory.Company;
import dev.clientportal.portal.document.DocumentRow;
import dev.clientportal.portal.document.Documents;
import dev.clientportal.portal.document.NotTakenException;
import dev.clientportal.portal.document.Uploads;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.problem.Problem;
import dev.clientportal.portal.problem.ProblemException;
import dev.clientportal.portal.signing.Signing;
import dev.clientportal.portal.signing.UnfitToSignException;
import dev.clientportal.portal.task.FirmTasks;
import dev.clientportal.portal.task.TaskKind;
import dev.clientportal.portal.task.TaskMails;
import dev.clientportal.portal.task.TaskMails.Where;
import dev.clientportal.portal.task.TaskView;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The firm's documents at a task, from machines. */
@Path("/api/v1/tasks/{task}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks")
@ForMachines
public class TaskDocumentsApi {
    private final Place place;
    private final Caller caller;
    private final Directory directory;
    private final FirmTasks tasks;
    private final Documents documents;
    private final Uploads uploads;
    private final Signing signing;
    private final TaskMails mails;

    TaskDocumentsApi(
            Place place,
            Caller caller,
            Directory directory,
            FirmTasks tasks,
            Documents documents,
            Uploads uploads,
            Signing signing,
            TaskMails mails) {
        this.place = place;
        this.caller = caller;
        this.directory = directory;
        this.tasks = tasks;
        this.documents = documents;
        this.uploads = uploads;
        this.signing = signing;
        this.mails = mails;
    }

    /** A new one. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "addDocument",
            summary = "Give contacts a document at a task",
            description =
                    "The body is the file itself. At a task of the kind SIGN the newest PDF is what the contact signs;"
                            + " one that cannot be signed is refused. With notify=true whoever sees the task is told by"
                            + " mail: one for all files that come within a minute.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")),
            required = true)
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = DocumentRepresentation.class)))
    @Refuses({
        Problem.NOT_FOUND,
        Problem.PROJECT_CLOSED,
        Problem.FILE_NOT_TAKEN,
        Problem.TOO_LARGE,
        Problem.UNFIT_DOCUMENT
    })
    public Response add(
            @PathParam("task") String id,
            @QueryParam("name") String name,
            @QueryParam("notify") boolean notify,
            InputStream body)
            throws IOException {
        if (name == null || name.isBlank()) {
            throw new ProblemException(Problem.INVALID, "Name the file: ?name=contract.pdf");
        }
        FirmTasks.Summary task = tasks.find(place.firm().realm(), id).orElseThrow(TaskDocumentsApi::noTask);
        Company company = directory
                .company(place.firm(), caller.accessToken(), task.companyId())
                .orElseThrow(TaskDocumentsApi::noTask);
        CompanyKey key = new CompanyKey(place.firm().realm(), company.id());
        if (tasks.view(key, id).filter(TaskView::closed).isPresent()) {
            throw new ProblemException(Problem.PROJECT_CLOSED, "Open the task's project again first.");
        }
        java.nio.file.Path file = Files.createTempFile("document", "");
        try {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            String added = uploads.take(
                    key, id, name, file, caller.actor(), task.kind() == TaskKind.SIGN ? signing : Uploads.ANY);
            DocumentRow document = documents.findForFirm(key, added).orElseThrow();
            if (notify) {
                Where where = new Where(place.firm(), place.base() + "/c/" + company.alias());
                mails.documents(where, key, id, tasks.readers(key, id), List.of(document.name()));
            }
            return Response.status(Response.Status.CREATED)
                    .entity(DocumentRepresentation.of(document))
                    .build();
        } catch (UnfitToSignException e) {
            throw new ProblemException(Problem.UNFIT_DOCUMENT, e.reason().words());
        } catch (NotTakenException e) {
            throw refused(e);
        } finally {
            Files.delete(file);
        }
    }

    private static ProblemException noTask() {
        return new ProblemException(Problem.NOT_FOUND, "There is no such task.");
    }

    private static ProblemException refused(NotTakenException refused) {
        return switch (refused.problem()) {
            case TOO_LARGE -> new ProblemException(Problem.TOO_LARGE, "The file is larger than the portal takes.");
            case EMPTY -> new ProblemException(Problem.FILE_NOT_TAKEN, "The file is empty.");
            case NOT_ALLOWED -> new ProblemException(Problem.FILE_NOT_TAKEN, "The portal takes no files of this kind.");
            case MISLABELLED ->
                new ProblemException(Problem.FILE_NOT_TAKEN, "The file is of another kind than its name says.");
            case UNFIT_TO_SIGN -> new ProblemException(Problem.UNFIT_DOCUMENT, "Nobody could sign this PDF.");
        };
    }
}
