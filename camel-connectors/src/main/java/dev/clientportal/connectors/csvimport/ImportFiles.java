package dev.clientportal.connectors.csvimport;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clientportal.connectors.csvimport.CsvFile.Reading;
import dev.clientportal.connectors.jobs.CommandStore;
import java.io.IOException;
import java.io.InputStream;

/** Files of imports, as they are read again and again: nothing but the file itself is kept of its rows. */
final class ImportFiles {
    private final ImportStore store;
    private final CommandStore commands;
    private final ObjectMapper json;
    private final long mostRows;

    ImportFiles(ImportStore store, CommandStore commands, ObjectMapper json, long mostRows) {
        this.store = store;
        this.commands = commands;
        this.json = json;
        this.mostRows = mostRows;
    }

    InputStream content(Import one) {
        return new StoredFile(store, one.id());
    }

    Reading reading(Import one) {
        return one.reading(mostRows);
    }

    /**
     * Its projects, in order.
     *
     * @param progress told now and then while the file is read through first
     */
    ProjectGroups projects(Import one, Runnable progress) throws IOException {
        ScatteredProjects scattered;
        try (CsvFile csv = CsvFile.open(content(one), reading(one))) {
            scattered = new ScatteredProjects(csv, progress);
        }
        return new ProjectGroups(CsvFile.open(content(one), reading(one)), scattered);
    }

    Refusals refusals(Import one) {
        return new Refusals(store, commands, json, one);
    }

    ErrorFile errors(Import one) throws IOException {
        return new ErrorFile(projects(one, () -> {}), refusals(one));
    }

    /** The first of the rows that were not done, with the reasons. */
    ErrorRows errorRows(Import one, int max) throws IOException {
        try (ProjectGroups groups = projects(one, () -> {})) {
            return ErrorRows.of(groups, refusals(one), max);
        }
    }
}
