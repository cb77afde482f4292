package dev.clientportal.portal.message;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What of the inbox was asked for.
 *
 * @param words how a word of a name begins; empty for all
 * @param unread only what the firm has not read
 * @param after where the page begins, or null for the first one
 */
public record InboxSearch(String words, boolean unread, String after) {
    static InboxSearch of(String words, boolean unread, String after) {
        String typed = words == null ? "" : words.replace("\u0000", "").strip();
        return new InboxSearch(typed, unread, after == null || after.isEmpty() ? null : after);
    }

    /** The address of the page that begins there, or (null) of the first one, from its question mark on. */
    public String page(String after) {
        return "?unread=" + unread + (words.isEmpty() ? "" : "&search=" + encoded(words))
                + (after == null ? "" : "&after=" + encoded(after));
    }

    public InboxSearch onlyUnread(boolean wanted) {
        return new InboxSearch(words, wanted, null);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
