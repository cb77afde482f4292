package dev.clientportal.portal.desk;

import dev.clientportal.portal.page.Words;

/**
 * What of a company's projects was asked for.
 *
 * @param closed those that are, or those that are not
 * @param after where the page begins, or null for the first one
 */
public record ProjectSearch(Words words, boolean closed, String after) {
    static ProjectSearch of(String words, boolean closed, String after) {
        return new ProjectSearch(Words.of(words), closed, after == null || after.isEmpty() ? null : after);
    }

    /** The address of the page that begins there, or (null) of the first one, from its question mark on. */
    public String page(String after) {
        return "?closed=" + closed + (words.isEmpty() ? "" : "&search=" + words.encoded())
                + (after == null ? "" : "&after=" + after);
    }

    public ProjectSearch onlyClosed(boolean wanted) {
        return new ProjectSearch(words, wanted, null);
    }
}
