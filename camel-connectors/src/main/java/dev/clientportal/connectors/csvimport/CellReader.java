package dev.clientportal.connectors.csvimport;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the cells of a row, and writes down what is wrong with them. */
final class CellReader {
    private static final String ATOM = "[^\\s@,;:<>()\\[\\]\\\\\"\\p{Cc}.]+";
    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
    private static final Pattern ADDRESS =
            Pattern.compile("(?=[^@]{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*+@" + LABEL + "(?:\\." + LABEL + ")*+");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9]{1,8}([-_][A-Za-z0-9]{1,8}){0,4}");
    private static final Pattern ALIAS = Pattern.compile("[^\\s/?#%:*\"<>|\\\\]+");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4})");

    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x", "jah", "ja", "j");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "ei", "nein");
    private static final Map<String, String> KINDS = Map.of(
            "todo", "TO_DO",
            "upload", "UPLOAD",
            "file", "UPLOAD",
            "files", "UPLOAD",
            "question", "QUESTION",
            "sign", "SIGN",
            "signature", "SIGN");

    private final List<RowError> errors;

    CellReader(List<RowError> errors) {
        this.errors = errors;
    }

    /** What is true of every cell: its length, and no characters that nobody sees. */
    void check(Row row) {
        if (row.cells().size() > row.header().size()) {
            errors.add(new RowError(
                    row.line(),
                    null,
                    row.cells().get(row.header().size()),
                    "The row has " + row.cells().size() + " cells, the header "
                            + row.header().size() + ".",
                    "A cell with a separator or a line break in it needs quotes around it."));
        }
        for (Column column : Column.values()) {
            String value = row.get(column);
            if (value.length() > column.mostCharacters()) {
                add(row, column, "Is longer than " + column.mostCharacters() + " characters.", null);
            } else if (hasControls(value, column.isText())) {
                add(row, column, "Has a line break or another control character.", "Write it on one line.");
            }
        }
    }

    private static boolean hasControls(String value, boolean text) {
        return value.chars()
                .anyMatch(c -> Character.isISOControl(c) && !(text && (c == '\n' || c == '\r' || c == '\t')));
    }

    /** Null for none, and for one that is wrong. */
    String email(Row row) {
        String value = row.get(Column.EMAIL);
        // Longer ones are told already, and are nothing for the pattern.
        if (value.isEmpty() || value.length() > Column.EMAIL.mostCharacters()) return null;
        if (ADDRESS.matcher(value).matches()) return value;
        String hint = value.indexOf('@') != value.lastIndexOf('@')
                ? "Each contact has a row of its own; the project's columns are repeated."
                : "Write the address alone, as name@example.com.";
        add(row, Column.EMAIL, "Is not an e-mail address.", hint);
        return null;
    }

    String language(Row row) {
        String value = row.get(Column.LANGUAGE);
        if (value.isEmpty() || LANGUAGE.matcher(value).matches()) return orNull(value);
        add(row, Column.LANGUAGE, "Is not a language tag.", "As en, et or de.");
        return null;
    }

    String alias(Row row) {
        String value = row.get(Column.COMPANY_ALIAS);
        if (value.isEmpty() || ALIAS.matcher(value).matches()) return orNull(value);
        add(row, Column.COMPANY_ALIAS, "Is not an alias.", "No blanks and none of / ? # % : * \" < > | \\.");
        return null;
    }

    Boolean yesOrNo(Row row, Column column) {
        String value = row.get(column).toLowerCase(Locale.ROOT);
        if (value.isEmpty()) return null;
        if (YES.contains(value)) return true;
        if (NO.contains(value)) return false;
        add(row, column, "Is neither yes nor no.", "Write yes or no, or leave it empty.");
        return null;
    }

    String kind(Row row) {
        String value = row.get(Column.TASK_KIND);
        if (value.isEmpty()) return null;
        String kind = KINDS.get(value.toLowerCase(Locale.ROOT).replaceAll("[ _-]", ""));
        if (kind == null) add(row, Column.TASK_KIND, "Is not a kind of task.", "One of to do, upload, question, sign.");
        return kind;
    }

    /** As 2026-11-30, or 30.11.2026. Never with slashes: 3/4 is March or April. */
    LocalDate due(Row row) {
        String value = row.get(Column.TASK_DUE);
        if (value.isEmpty()) return null;
        try {
            Matcher iso = ISO.matcher(value);
            if (iso.matches()) return date(iso.group(1), iso.group(2), iso.group(3));
            Matcher dotted = DOTTED.matcher(value);
            if (dotted.matches()) return date(dotted.group(3), dotted.group(2), dotted.group(1));
        } catch (DateTimeException e) {
            add(row, Column.TASK_DUE, "Is not a day of the calendar.", null);
            return null;
        }
        add(row, Column.TASK_DUE, "Is not a date.", "As 2026-11-30 or 30.11.2026.");
        return null;
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    void add(Row row, Column column, String detail, String hint) {
        errors.add(row.error(column, detail, hint));
    }

    static String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
