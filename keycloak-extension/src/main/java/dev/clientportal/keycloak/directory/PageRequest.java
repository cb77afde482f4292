package dev.clientportal.keycloak.directory;

import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import java.util.List;
import java.util.Map;

/**
 * Which page of a list is wanted.
 *
 * @param after the sort key of the last row that the caller has; empty for the first page
 */
public record PageRequest(List<String> after, int max) {
    public static final int MAX = 100;
    private static final int DEFAULT = 20;

    /** @param keys how many columns the list is sorted by */
    public static PageRequest of(String after, String max, int keys) {
        return new PageRequest(after == null || after.isEmpty() ? List.of() : Cursor.decode(after, keys), max(max));
    }

    public boolean isFirst() {
        return after.isEmpty();
    }

    private static int max(String text) {
        if (text == null || text.isEmpty()) return DEFAULT;
        try {
            int max = Integer.parseInt(text);
            if (max >= 1 && max <= MAX) return max;
        } catch (NumberFormatException notANumber) {
            // refused below
        }
        throw new ProblemException(Problem.INVALID, "max is a number from 1 to " + MAX + ".", Map.of("field", "max"));
    }
}
