package dev.clientportal.keycloak.admin;

import java.io.IOException;
import java.util.List;

/**
 * Writes CSV as RFC 4180 has it: commas, CRLF, quotes where a cell needs them. A spreadsheet takes a cell that begins like
 * a formula for one, whoever wrote it, so an apostrophe goes before it (security rule 20).
 */
final class CsvWriter {
    private static final String FORMULA = "=+-@\t\r\0";
    private static final String SPECIAL = "\",\r\n";

    private final Appendable out;

    CsvWriter(Appendable out) {
        this.out = out;
    }

    /** One line; null is an empty cell. */
    void row(List<String> cells) throws IOException {
        String comma = "";
        for (String cell : cells) {
            out.append(comma).append(cell == null ? "" : quoted(harmless(cell)));
            comma = ",";
        }
        out.append("\r\n");
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(letter -> SPECIAL.indexOf(letter) >= 0)
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
