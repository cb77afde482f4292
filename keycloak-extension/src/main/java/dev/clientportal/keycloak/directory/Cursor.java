package dev.clientportal.keycloak.directory;

import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The place in a sorted list that a page ends at: the sort key of its last row, in a form that callers hand back unread.
 */
public final class Cursor {
    private static final int MAX_LENGTH = 2000;

    private Cursor() {}

    public static String encode(String... key) {
        return Arrays.stream(key)
                .map(part ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("."));
    }

    static List<String> decode(String cursor, int keys) {
        String[] parts = cursor.length() > MAX_LENGTH ? new String[0] : cursor.split("\\.", -1);
        // The last key tells apart what is alike in the others, so it is never empty.
        if (parts.length != keys || parts[keys - 1].isEmpty()) throw notOurs();
        try {
            return Arrays.stream(parts)
                    .map(part -> new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
                    .peek(Cursor::requirePlain)
                    .toList();
        } catch (IllegalArgumentException notBase64) {
            throw notOurs();
        }
    }

    /** No key of ours has a control character, and PostgreSQL refuses NUL with an error of its own. */
    private static void requirePlain(String part) {
        if (part.chars().anyMatch(Character::isISOControl)) throw notOurs();
    }

    private static ProblemException notOurs() {
        return new ProblemException(
                Problem.INVALID, "after is what an earlier page gave as next.", Map.of("field", "after"));
    }
}
