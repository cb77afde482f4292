package dev.clientportal.portal.desk;

import dev.clientportal.portal.task.TaskKind;
import io.quarkus.qute.TemplateExtension;
import java.util.List;

/** What a task can be, for the pages. */
@TemplateExtension
final class Kinds {
    private Kinds() {}

    static List<TaskKind> choices(TaskKind chosen) {
        return List.of(chosen.getDeclaringClass().getEnumConstants());
    }
}
