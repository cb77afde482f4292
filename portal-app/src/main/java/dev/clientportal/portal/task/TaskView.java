package dev.clientportal.portal.task;

import java.time.LocalDate;

/**
 * A task with all that its page shows of it.
 *
 * @param description may be null, as due, doneAt, doneBy, projectId, projectName and remindedAt may
 * @param closed its project is: it can be read and not changed
 */
public record TaskView(
        String id,
        TaskKind kind,
        String title,
        String description,
        LocalDate due,
        boolean sample,
        boolean done,
        Long doneAt,
        String doneBy,
        String projectId,
        String projectName,
        Long remindedAt,
        int version,
        boolean closed) {
    /** @param company the address of the company's pages */
    public String uploadTo(String company) {
        return company + "/tasks/" + id + "/documents";
    }
}
