package dev.clientportal.portal.desk;

import java.util.UUID;

/** What was typed into a form: stripped, and without NUL, which PostgreSQL cannot keep. */
final class Typed {
    static final int TITLE = 200;
    static final int TEXT = 4000;

    private Typed() {}

    static String text(String sent) {
        return sent == null ? "" : sent.replace("\u0000", "").strip();
    }

    static String orNull(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    /** Of a form that has none, as one that somebody wrote by hand, a new one. */
    static String id(String sent) {
        boolean isUuid = sent != null && sent.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        return isUuid ? sent : UUID.randomUUID().toString();
    }

    /** What is wrong with a title that has to be there, by the name of its message; null for nothing. */
    static String title(String typed) {
        if (typed.isEmpty()) return "empty";
        return typed.length() > TITLE ? "titleTooLong" : null;
    }

    static String description(String typed) {
        return typed.length() > TEXT ? "textTooLong" : null;
    }
}
