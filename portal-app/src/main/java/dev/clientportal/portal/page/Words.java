package dev.clientportal.portal.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What a list is searched for.
 *
 * @param typed without what nobody types; empty for all of the list
 */
public record Words(String typed) {
    public static final Words NONE = new Words("");

    private static final int LONGEST = 255;

    public static Words of(String typed) {
        if (typed == null) return NONE;
        String line = typed.replaceAll("\\p{Cntrl}", " ").strip();
        return new Words(line.length() > LONGEST ? line.substring(0, LONGEST).strip() : line);
    }

    public boolean isEmpty() {
        return typed.isEmpty();
    }

    /** Of names that have them somewhere: for {@code lower(name) like lower(:words) escape '!'}. */
    public String pattern() {
        return "%" + typed.replaceAll("[!%_]", "!$0") + "%";
    }

    /** For an address. */
    public String encoded() {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }
}
