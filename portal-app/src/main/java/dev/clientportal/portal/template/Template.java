package dev.clientportal.portal.template;

import dev.clientportal.portal.task.NewTask;
import dev.clientportal.portal.task.TaskKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What projects are made from.
 *
 * @param description may be null
 * @param sample its first task greets contacts who come in for the first time; a firm has one such template
 */
public record Template(
        String id, String name, String description, boolean sample, List<TemplateTask> tasks, int version) {
    /**
     * A task of each project made from it.
     *
     * @param description may be null
     * @param dueDays due so many days after the project was made; null for no day
     * @param remind whether the due date is reminded of
     */
    public record TemplateTask(TaskKind kind, String title, String description, Integer dueDays, boolean remind) {
        /** The task of something made today. */
        public NewTask asTask(LocalDate today, boolean sample, Set<String> readers) {
            LocalDate due = dueDays == null ? null : today.plusDays(dueDays);
            return new NewTask(kind, title, description, due, remind, sample, readers);
        }
    }

    /** A template in a list. */
    public record Row(String id, String name, String description, boolean sample, int version) {}

    /** What somebody wants a template to be. */
    public record Content(String name, String description, boolean sample, List<TemplateTask> tasks) {}
}
