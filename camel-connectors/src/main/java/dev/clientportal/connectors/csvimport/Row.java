package dev.clientportal.connectors.csvimport;

import java.util.List;

/**
 * One row, as it was.
 *
 * @param line where it begins, from 1
 */
record Row(long line, Header header, List<String> cells) {
    /** Without blanks around it; empty where there is none. */
    String get(Column column) {
        int place = header.place(column);
        return place < 0 || place >= cells.size() ? "" : stripped(cells.get(place));
    }

    RowError error(Column column, String detail, String hint) {
        String value = get(column);
        return new RowError(line, header.name(column), value.isEmpty() ? null : value, detail, hint);
    }

    /** No-break spaces and marks without width, which spreadsheets leave behind, are blanks, too. */
    private static String stripped(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isBlank(cell.charAt(from))) from++;
        while (to > from && isBlank(cell.charAt(to - 1))) to--;
        return cell.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }
}
