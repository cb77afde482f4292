package dev.clientportal.portal.page;

import java.util.List;
import java.util.function.Function;

/**
 * Part of a list that goes on.
 *
 * @param next where the next part begins; null on the last
 */
public record Listing<T>(List<T> items, String next) {
    /** Of one item more than asked for, if there are as many. */
    public static <T> Listing<T> of(List<T> found, int max, Function<T, String> after) {
        if (found.size() <= max) return new Listing<>(found, null);
        return new Listing<>(found.subList(0, max), after.apply(found.get(max - 1)));
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
