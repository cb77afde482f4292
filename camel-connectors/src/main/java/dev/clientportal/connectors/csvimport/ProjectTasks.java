package dev.clientportal.connectors.csvimport;

import dev.clientportal.connectors.project.CreateProject.Task;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The tasks that the rows of a project name. One title is one task: for the contacts beside it, or for all without one. */
final class ProjectTasks {
    private static final int MOST = 500;
    private static final List<Column> DETAILS = List.of(Column.TASK_KIND, Column.TASK_DESCRIPTION, Column.TASK_DUE);

    private final CellReader cells;
    private final Map<String, Named> tasks = new LinkedHashMap<>();

    private static final class Named {
        private final Row first;
        private String kind;
        private String description;
        private LocalDate due;
        private boolean forAll;
        private final Set<String> assignees = new LinkedHashSet<>();

        private Named(Row first) {
            this.first = first;
        }
    }

    ProjectTasks(CellReader cells) {
        this.cells = cells;
    }

    /** @param email of the contact of the row; null for none. Whether the row says something new */
    boolean add(Row row, String email) {
        String title = row.get(Column.TASK);
        if (title.isEmpty()) {
            for (Column column : DETAILS) {
                if (row.get(column).isEmpty()) continue;
                cells.add(row, column, "Is about a task, and the row names none.", "Write its title in task.");
            }
            return false;
        }
        if (!tasks.containsKey(title) && tasks.size() == MOST) {
            cells.add(row, Column.TASK, "The project has more than " + MOST + " tasks.", null);
            return false;
        }
        Named task = tasks.computeIfAbsent(title, name -> new Named(row));
        task.kind = same(row, task, Column.TASK_KIND, task.kind, cells.kind(row));
        task.description = same(
                row,
                task,
                Column.TASK_DESCRIPTION,
                task.description,
                CellReader.orNull(row.get(Column.TASK_DESCRIPTION)));
        task.due = same(row, task, Column.TASK_DUE, task.due, cells.due(row));
        if (email != null) return task.assignees.add(email.toLowerCase(Locale.ROOT));
        boolean isNew = !task.forAll;
        task.forAll = true;
        return isNew;
    }

    private <T> T same(Row row, Named task, Column column, T before, T now) {
        if (before == null) return now;
        if (now != null && !Objects.equals(before, now)) {
            cells.add(
                    row,
                    column,
                    "Differs from line " + task.first.line() + ", which names the same task.",
                    "Tasks of one title are one task; repeat its details or leave them empty.");
        }
        return before;
    }

    List<Task> all() {
        List<Task> all = new ArrayList<>();
        tasks.forEach((title, task) -> all.add(new Task(
                title, task.kind, task.description, task.due, task.forAll ? null : List.copyOf(task.assignees))));
        return all;
    }
}
