package dev.clientportal.connectors.csvimport;

import dev.clientportal.connectors.csvimport.CsvFile.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files in memory, read as an import reads them. */
final class CsvFiles {
    static final Reading AS_IT_SAYS = new Reading(null, null, 1_000_000);
    static final String HEADER = "company_id,company_name,project_id,project_name,email,first_name";

    private CsvFiles() {}

    static CsvFile open(byte[] file, Reading reading) throws IOException {
        return CsvFile.open(new ByteArrayInputStream(file), reading);
    }

    static CsvFile open(String file) throws IOException {
        return open(file.getBytes(StandardCharsets.UTF_8), AS_IT_SAYS);
    }

    static List<List<String>> rows(byte[] file, Reading reading) throws IOException {
        try (CsvFile csv = open(file, reading)) {
            List<List<String>> rows = new ArrayList<>();
            for (Row row = csv.next(); row != null; row = csv.next()) rows.add(row.cells());
            return rows;
        }
    }

    static List<List<String>> rows(String file) throws IOException {
        return rows(file.getBytes(StandardCharsets.UTF_8), AS_IT_SAYS);
    }

    static List<PlannedProject> projects(byte[] file, Reading reading) throws IOException {
        ScatteredProjects scattered;
        try (CsvFile csv = open(file, reading)) {
            scattered = new ScatteredProjects(csv, () -> {});
        }
        try (ProjectGroups groups = new ProjectGroups(open(file, reading), scattered)) {
            List<PlannedProject> projects = new ArrayList<>();
            for (ProjectRows rows = groups.next(); rows != null; rows = groups.next()) {
                projects.add(ProjectMaker.plan(rows));
            }
            return projects;
        }
    }

    static List<PlannedProject> projects(String file) throws IOException {
        return projects(file.getBytes(StandardCharsets.UTF_8), AS_IT_SAYS);
    }

    static byte[] in(String charset, String text) {
        return text.getBytes(Charset.forName(charset));
    }
}
