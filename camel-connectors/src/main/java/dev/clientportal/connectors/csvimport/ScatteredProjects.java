package dev.clientportal.connectors.csvimport;

import java.io.IOException;

/**
 * Projects whose rows stand in two places of a file. Such a project is left out as a whole: its first rows, taken for all of
 * it, would make a project that nobody could complete by sending the rest. Reads the file once.
 */
final class ScatteredProjects {
    private static final int TELL = 1000;

    private final SeenKeys scattered = new SeenKeys();
    private final long rows;
    private final long projects;

    /** @param progress told now and then */
    ScatteredProjects(CsvFile file, Runnable progress) throws IOException {
        SeenKeys seen = new SeenKeys();
        String before = null;
        long count = 0;
        for (Row row = file.next(); row != null; row = file.next()) {
            String key = ProjectRows.key(row);
            if (file.rows() % TELL == 0) progress.run();
            if (key.equals(before)) continue;
            count++;
            if (!seen.add(key)) scattered.add(key);
            before = key;
        }
        this.rows = file.rows();
        this.projects = count;
    }

    boolean has(String key) {
        return scattered.size() > 0 && scattered.has(key);
    }

    long rows() {
        return rows;
    }

    /** With scattered ones as often as they stand there. */
    long projects() {
        return projects;
    }
}
