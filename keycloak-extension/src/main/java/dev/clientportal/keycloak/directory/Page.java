package dev.clientportal.keycloak.directory;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next the cursor of the page after this one, or null when this is the last
 */
public record Page<T>(List<T> items, String next) {
    /**
     * Makes a page of rows that were read with one more than asked for.
     *
     * @param cursor names the row that the next page comes after
     */
    public static <T> Page<T> of(List<T> oneMore, PageRequest request, Function<T, String> cursor) {
        if (oneMore.size() <= request.max()) return new Page<>(List.copyOf(oneMore), null);
        List<T> items = List.copyOf(oneMore.subList(0, request.max()));
        return new Page<>(items, cursor.apply(items.get(items.size() - 1)));
    }
}
