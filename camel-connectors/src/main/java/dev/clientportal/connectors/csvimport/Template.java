package dev.clientportal.connectors.csvimport;

import java.util.List;

/** The file to begin with: all columns, and one project of two contacts to show how rows belong together. */
final class Template {
    private static final List<List<String>> EXAMPLE = List.of(
            List.of(
                    "1001",
                    "",
                    "Example Ltd",
                    "P-2026-001",
                    "Annual report 2026",
                    "What we need for your annual report.",
                    "",
                    "mari@example.com",
                    "Mari",
                    "Maasikas",
                    "en",
                    "Send the bank statements",
                    "upload",
                    "All accounts.",
                    "2027-01-31",
                    "yes",
                    "yes"),
            List.of(
                    "1001",
                    "",
                    "Example Ltd",
                    "P-2026-001",
                    "Annual report 2026",
                    "",
                    "",
                    "jaan@example.com",
                    "Jaan",
                    "Tamm",
                    "en",
                    "",
                    "",
                    "",
                    "",
                    "",
                    ""));

    private Template() {}

    static String text() {
        StringBuilder text = new StringBuilder(CsvLines.MARK).append(CsvLines.of(Column.titles()));
        EXAMPLE.forEach(row -> text.append(CsvLines.of(row)));
        return text.toString();
    }
}
