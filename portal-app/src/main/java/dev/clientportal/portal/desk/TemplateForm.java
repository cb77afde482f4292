package dev.clientportal.portal.desk;

import dev.clientportal.portal.task.TaskKind;
import dev.clientportal.portal.template.Template;
import dev.clientportal.portal.template.Template.TemplateTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A template as it is typed.
 *
 * @param version of what was seen before the change
 * @param errors the names of messages, by field; those of a row by {@code title-0}, {@code days-0}
 */
public record TemplateForm(
        int version, String name, String description, boolean sample, List<Row> rows, Map<String, String> errors) {
    static final int MOST = 500;
    private static final Row EMPTY = new Row(TaskKind.TO_DO, "", "", "", true);

    /** One task; days as they were typed. */
    public record Row(TaskKind kind, String title, String description, String days, boolean remind) {
        boolean isEmpty() {
            return title.isEmpty() && description.isEmpty() && days.isEmpty();
        }

        boolean hasDays() {
            return days.matches("\\d{1,4}");
        }
    }

    static TemplateForm fresh() {
        return new TemplateForm(0, "", "", false, List.of(EMPTY), Map.of());
    }

    static TemplateForm of(Template template) {
        List<Row> rows = template.tasks().stream()
                .map(task -> new Row(
                        task.kind(),
                        task.title(),
                        task.description() == null ? "" : task.description(),
                        task.dueDays() == null ? "" : task.dueDays().toString(),
                        task.remind()))
                .toList();
        return new TemplateForm(
                template.version(),
                template.name(),
                template.description() == null ? "" : template.description(),
                template.sample(),
                rows,
                Map.of());
    }

    /** With one empty row more at the end. */
    TemplateForm longer() {
        if (rows.size() >= MOST) return with("rows", "tooManyRows");
        List<Row> more = new ArrayList<>(rows);
        more.add(EMPTY);
        return new TemplateForm(version, name, description, sample, more, Map.of());
    }

    TemplateForm without(int row) {
        List<Row> less = new ArrayList<>(rows);
        if (row < less.size()) less.remove(row);
        return new TemplateForm(version, name, description, sample, less, Map.of());
    }

    /** The same with one thing more that is wrong. */
    TemplateForm with(String field, String error) {
        return new TemplateForm(version, name, description, sample, rows, Errors.with(errors, field, error));
    }

    /** With what is wrong; rows that nobody filled in are left out. */
    TemplateForm checked() {
        List<Row> filled = rows.stream().filter(row -> !row.isEmpty()).toList();
        Errors wrong = new Errors()
                .title("name", name)
                .description("description", description)
                .unless(filled.size() <= MOST, "rows", "tooManyRows")
                .unless(!sample || !filled.isEmpty(), "rows", "sampleNeedsTask");
        for (int i = 0; i < filled.size(); i++) {
            Row row = filled.get(i);
            wrong.title("title-" + i, row.title())
                    .description("text-" + i, row.description())
                    .unless(row.days().isEmpty() || row.hasDays(), "days-" + i, "noNumber");
        }
        return new TemplateForm(version, name, description, sample, filled, wrong.found());
    }

    Template.Content content() {
        List<TemplateTask> tasks = rows.stream()
                .map(row -> new TemplateTask(
                        row.kind(),
                        row.title(),
                        Typed.orNull(row.description()),
                        row.days().isEmpty() ? null : Integer.valueOf(row.days()),
                        row.remind()))
                .toList();
        return new Template.Content(name, Typed.orNull(description), sample, tasks);
    }

    public String error(String field, int row) {
        return errors.get(field + "-" + row);
    }

    /** What is wrong with a field, or null. */
    public String error(String field) {
        return errors.get(field);
    }
}
