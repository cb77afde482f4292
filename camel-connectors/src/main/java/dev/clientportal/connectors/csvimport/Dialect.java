package dev.clientportal.connectors.csvimport;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/**
 * What stands between cells. Told by the header, which has names that are known: the one that finds the most of them.
 *
 * @param lines before the header
 */
record Dialect(char delimiter, int lines) {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');
    private static final int LOOK = 32_768;

    /** The word of a query parameter; null for another. */
    static Character chosen(String name) {
        return switch (name.strip()) {
            case "comma", "," -> ',';
            case "semicolon", ";" -> ';';
            case "tab", "\t" -> '\t';
            default -> null;
        };
    }

    /** Leaves the reader at the header. {@code sep=;}, as Excel takes it, is read and left out. */
    static Dialect of(BufferedReader text, Character chosen) throws IOException {
        String line = firstLine(text);
        if (line.matches("(?i)sep=[,;\t]")) {
            text.readLine();
            return new Dialect(chosen == null ? line.charAt(4) : chosen, 1);
        }
        if (chosen != null) return new Dialect(chosen, 0);
        char best = ',';
        long most = -1;
        for (char candidate : DELIMITERS) {
            long known = known(line, candidate);
            if (known > most) {
                best = candidate;
                most = known;
            }
        }
        return new Dialect(best, 0);
    }

    private static String firstLine(BufferedReader text) throws IOException {
        text.mark(LOOK + 1);
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < LOOK; i++) {
            int c = text.read();
            if (c < 0 || (!quoted && (c == '\n' || c == '\r'))) break;
            if (c == '"') quoted = !quoted;
            line.append((char) c);
        }
        text.reset();
        return line.toString();
    }

    /** Names that are known weigh more than cells. */
    private static long known(String line, char delimiter) {
        String[] cells = line.split(java.util.regex.Pattern.quote(String.valueOf(delimiter)), -1);
        long known = 0;
        for (String cell : cells) {
            if (Column.called(cell).isPresent()) known++;
        }
        return known * 100_000 + cells.length - 1;
    }
}
