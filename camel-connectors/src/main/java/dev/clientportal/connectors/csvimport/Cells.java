package dev.clientportal.connectors.csvimport;

import java.util.regex.Pattern;

/**
 * Keeps a cell from being run as a formula by whoever opens the file: a {@code '} stands before it. Taken away again when
 * such a file comes back, and nowhere else: a cell that begins so by itself gets one more, so that each cell comes back as it
 * was.
 */
final class Cells {
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\x00].*", Pattern.DOTALL);

    private Cells() {}

    static String guarded(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    static String unguarded(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
