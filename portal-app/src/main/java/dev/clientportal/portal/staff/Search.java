package dev.clientportal.portal.staff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What a list was asked for.
 *
 * @param words how the names begin, or null for all
 * @param after where the page begins, or null for the first one
 */
public record Search(String words, String after) {
    static Search of(String words, String after) {
        return new Search(
                words == null || words.isBlank() ? null : words.strip(),
                after == null || after.isEmpty() ? null : after);
    }

    /** The address of a page of the same search, from its question mark on. */
    public String page(String after) {
        return "?after=" + encoded(after) + (words == null ? "" : "&search=" + encoded(words));
    }

    /** The address of the first page. */
    public String first() {
        return words == null ? "?" : "?search=" + encoded(words);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
