package dev.clientportal.connectors.csvimport;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing that is wrong in a file.
 *
 * @param line of the file, from 1, where the row begins
 * @param column as the file's header has it; null where it is about the whole row
 * @param value what stands there, cut where it is long; null where it is about no value
 * @param hint what to do about it; null where the detail says so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowError(long line, String column, String value, String detail, String hint) {
    private static final int MOST_SHOWN = 100;

    public RowError {
        value = shortened(value);
    }

    /** What is shown of a value. */
    static String shortened(String value) {
        return value == null || value.length() <= MOST_SHOWN ? value : value.substring(0, MOST_SHOWN) + "…";
    }

    /** In one cell of the error file. */
    String said() {
        String where = column == null ? "" : column + ": ";
        return where + detail + (hint == null ? "" : " " + hint);
    }
}
