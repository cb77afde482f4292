package dev.clientportal.connectors.csvimport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Rows of a file that were not done, as they stand there.
 *
 * @param columns names of the columns, as the file has them
 */
record ErrorRows(List<String> columns, List<Item> items) {
    /**
     * One row.
     *
     * @param line where it begins, from 1
     * @param cells in the order of the columns, cut where they are long
     * @param errors what is wrong with it; the values are in the cells
     */
    record Item(long line, List<String> cells, List<RowError> errors) {}

    /** @param refusal why a project whose rows are good was not done; null for one that was */
    static ErrorRows of(ProjectGroups groups, Function<PlannedProject, String> refusal, int max) throws IOException {
        List<Item> items = new ArrayList<>();
        for (ProjectRows rows = groups.next(); rows != null && items.size() < max; rows = groups.next()) {
            PlannedProject project = ProjectMaker.plan(rows);
            List<RowError> errors = errors(project, refusal);
            rows.rows().stream()
                    .map(row -> item(row, errors))
                    .filter(item -> !item.errors.isEmpty())
                    .limit(max - items.size())
                    .forEach(items::add);
        }
        return new ErrorRows(groups.file().header().names(), items);
    }

    private static List<RowError> errors(PlannedProject project, Function<PlannedProject, String> refusal) {
        if (!project.isGood()) return project.errors();
        String refused = refusal.apply(project);
        return refused == null ? List.of() : List.of(new RowError(project.line(), null, null, refused, null));
    }

    private static Item item(Row row, List<RowError> errors) {
        return new Item(
                row.line(),
                row.cells().stream().map(RowError::shortened).toList(),
                errors.stream().filter(error -> error.line() == row.line()).toList());
    }
}
