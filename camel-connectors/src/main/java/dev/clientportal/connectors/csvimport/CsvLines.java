package dev.clientportal.connectors.csvimport;

import java.util.List;

/** Writes CSV that leaves us: RFC 4180, cells guarded. */
final class CsvLines {
    /** Without it Excel takes UTF-8 for a Windows code page. */
    static final String MARK = "\uFEFF";

    private CsvLines() {}

    /** With its line break. */
    static String of(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) line.append(',');
            append(line, Cells.guarded(cells.get(i)));
        }
        // A line with nothing on it would not be read as a row.
        if (cells.size() == 1 && line.length() == 0) line.append("\"\"");
        return line.append("\r\n").toString();
    }

    private static void append(StringBuilder line, String cell) {
        boolean quote =
                cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';' || c == '\t')
                        || !cell.strip().equals(cell);
        if (!quote) line.append(cell);
        else line.append('"').append(cell.replace("\"", "\"\"")).append('"');
    }
}
