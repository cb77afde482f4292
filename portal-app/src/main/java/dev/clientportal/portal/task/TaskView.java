package dev.clientportal.portal.task;

import java.time.LocalDate;

/**
 * A task with all that its page shows of it.
 *
 * @param description may be null, as due, doneAt, doneBy, projectId, projectName and remindedAt may
 * @param remind it is reminded of by its due date
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
        boolean remind,
        boolean closed) {
    static final String SELECT = """
            select t.id, t.kind, t.title, t.description, t.due, t.sample, t.done, t.doneAt, t.doneBy, p.id, p.name, t.remindedAt, t.version,
            case when exists (select 1 from ReminderEntity r where r.taskId = t.id) then true else false end,
            case when p.closed = true then true else false end
            from TaskEntity t left join ProjectEntity p on p.id = t.projectId
            """;

    /** @param company the address of the company's pages */
    public String uploadTo(String company) {
        return company + "/tasks/" + id + "/documents";
    }
}
