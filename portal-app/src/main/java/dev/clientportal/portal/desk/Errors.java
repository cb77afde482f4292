package dev.clientportal.portal.desk;

import java.util.HashMap;
import java.util.Map;

/** What is wrong with what was typed into a form: the names of messages, by field. */
final class Errors {
    static final int TITLE = 200;

    private final Map<String, String> found = new HashMap<>();

    /** Of one that has to be there. */
    Errors title(String field, String typed) {
        return unless(!typed.isEmpty(), field, "empty").unless(typed.length() <= TITLE, field, "titleTooLong");
    }

    Errors description(String field, String typed) {
        return unless(typed.length() <= Typed.TEXT, field, "textTooLong");
    }

    /** The first one of a field stays. */
    Errors unless(boolean right, String field, String error) {
        if (!right) found.putIfAbsent(field, error);
        return this;
    }

    Map<String, String> found() {
        return Map.copyOf(found);
    }

    /** These and one more. */
    static Map<String, String> with(Map<String, String> errors, String field, String error) {
        Map<String, String> more = new HashMap<>(errors);
        more.put(field, error);
        return more;
    }
}
