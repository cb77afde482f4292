package dev.clientportal.connectors.csvimport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Puts the rows of a file together by project, one project at a time. */
final class ProjectGroups implements AutoCloseable {
    /** As many contacts as a project may have, and as many tasks again. */
    static final int MOST_ROWS = 2000;

    private final CsvFile file;
    private final ScatteredProjects scattered;
    private Row ahead;
    private String longKey;

    ProjectGroups(CsvFile file, ScatteredProjects scattered) throws IOException {
        this.file = file;
        this.scattered = scattered;
        this.ahead = file.next();
    }

    CsvFile file() {
        return file;
    }

    /** Null at the end. A project of too many rows comes in parts, none of which can be used. */
    ProjectRows next() throws IOException {
        if (ahead == null) return null;
        String key = ProjectRows.key(ahead);
        List<Row> rows = new ArrayList<>();
        while (ahead != null
                && rows.size() < MOST_ROWS
                && ProjectRows.key(ahead).equals(key)) {
            rows.add(ahead);
            ahead = file.next();
        }
        boolean goesOn = ahead != null && ProjectRows.key(ahead).equals(key);
        boolean tooLong = goesOn || key.equals(longKey);
        longKey = goesOn ? key : null;
        return new ProjectRows(rows, problem(rows.get(0), key, tooLong));
    }

    private RowError problem(Row first, String key, boolean tooLong) {
        Column named = first.get(Column.PROJECT_ID).isEmpty() ? Column.PROJECT_NAME : Column.PROJECT_ID;
        if (tooLong) {
            return first.error(
                    named, "The project has more than " + MOST_ROWS + " rows.", "Make several projects of it.");
        }
        if (scattered.has(key)) {
            return first.error(
                    named,
                    "Rows of this project stand in several places of the file.",
                    "Sort the file by " + first.header().name(named) + ".");
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
