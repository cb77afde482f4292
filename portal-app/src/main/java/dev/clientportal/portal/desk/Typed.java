package dev.clientportal.portal.desk;

/** What was typed into a form: stripped, and without NUL, which PostgreSQL cannot keep. */
final class Typed {
    static final int TEXT = 4000;

    private Typed() {}

    static String text(String sent) {
        return sent == null ? "" : sent.replace("\u0000", "").strip();
    }

    static String orNull(String typed) {
        return typed.isEmpty() ? null : typed;
    }
}
