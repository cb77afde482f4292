package dev.clientportal.portal.template;

import dev.clientportal.portal.task.TaskKind;
import java.util.List;

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
     */
    public record TemplateTask(TaskKind kind, String title, String description, Integer dueDays) {}

    /** A template in a list. */
    public record Row(String id, String name, String description, boolean sample, int version) {}

    /** What somebody wants a template to be. */
    public record Content(String name, String description, boolean sample, List<TemplateTask> tasks) {}
}
