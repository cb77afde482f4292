package dev.clientportal.portal.desk;

import dev.clientportal.portal.page.Form;
import dev.clientportal.portal.task.TaskKind;
import dev.clientportal.portal.task.TaskView;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;

/**
 * A task to be made or changed.
 *
 * @param id made with the form: sent twice it is one task
 * @param version of what was seen before the change
 * @param due as it was typed
 * @param remind whether the due date is reminded of
 * @param errors the names of messages, by field
 */
public record TaskForm(
        String id,
        int version,
        TaskKind kind,
        String title,
        String description,
        String due,
        boolean remind,
        Sharing sharing,
        Map<String, String> errors) {
    static TaskForm fresh() {
        return new TaskForm(
                UUID.randomUUID().toString(), 0, TaskKind.TO_DO, "", "", "", true, Sharing.EVERYBODY, Map.of());
    }

    static TaskForm of(TaskView task) {
        return new TaskForm(
                task.id(),
                task.version(),
                task.kind(),
                task.title(),
                task.description() == null ? "" : task.description(),
                task.due() == null ? "" : task.due().toString(),
                task.remind(),
                Sharing.EVERYBODY,
                Map.of());
    }

    static TaskForm of(
            String id,
            int version,
            TaskKind kind,
            String title,
            String description,
            String due,
            boolean remind,
            Sharing sharing) {
        String typedTitle = Typed.text(title);
        String typedDescription = Typed.text(description);
        String typedDue = Typed.text(due);
        Errors errors = new Errors()
                .title("title", typedTitle)
                .description("description", typedDescription)
                .unless(typedDue.isEmpty() || day(typedDue) != null, "due", "noDay");
        return new TaskForm(
                Form.known(id),
                version,
                kind == null ? TaskKind.TO_DO : kind,
                typedTitle,
                typedDescription,
                typedDue,
                remind,
                sharing,
                errors.found());
    }

    /** The same with one thing more that is wrong. */
    TaskForm with(String field, String error) {
        return new TaskForm(
                id, version, kind, title, description, due, remind, sharing, Errors.with(errors, field, error));
    }

    /** The same, and nothing is wrong with it yet. */
    TaskForm unjudged() {
        return new TaskForm(id, version, kind, title, description, due, remind, sharing, Map.of());
    }

    /** Null for no day. */
    LocalDate day() {
        return day(due);
    }

    private static LocalDate day(String typed) {
        try {
            LocalDate day = typed.isEmpty() ? null : LocalDate.parse(typed);
            return day == null || day.getYear() < 1900 || day.getYear() > 9999 ? null : day;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /** What is wrong with a field, or null. */
    public String error(String field) {
        return errors.get(field);
    }
}
