package dev.clientportal.portal.api;

import dev.clientportal.portal.company.Directory;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.problem.Problem;
import dev.clientportal.portal.problem.ProblemException;
import dev.clientportal.portal.task.FirmTasks;
import dev.clientportal.portal.task.NewTask;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tasks, for machines. */
@Path("/api/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks")
@ForMachines
public class TasksApi {
    private final Place place;
    private final Caller caller;
    private final Directory directory;
    private final FirmTasks tasks;

    TasksApi(Place place, Caller caller, Directory directory, FirmTasks tasks) {
        this.place = place;
        this.caller = caller;
        this.directory = directory;
        this.tasks = tasks;
    }

    /** One task. */
    @GET
    @Path("{task}")
    @Operation(operationId = "readTask", summary = "Read a task and how far it is")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TaskRepresentation.class)))
    @Refuses(Problem.NOT_FOUND)
    public TaskRepresentation read(@PathParam("task") String id) {
        return tasks.find(place.firm().realm(), id)
                .filter(task -> directory
                        .company(place.firm(), caller.accessToken(), task.companyId())
                        .isPresent())
                .map(TaskRepresentation::of)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "There is no such task."));
    }

    static NewTask task(NewTaskRepresentation wanted, Set<String> readers) {
        return new NewTask(
                wanted.kindOrDefault(),
                wanted.title().strip(),
                wanted.description(),
                wanted.due(),
                wanted.reminds(),
                false,
                readers);
    }
}
