package dev.clientportal.portal.page;

import java.util.UUID;

/**
 * A form with one text.
 *
 * @param id made with the form, so that sending it twice can be told from sending two
 * @param text what was typed, stripped
 * @param error what is wrong with it, by the name of its message; null for nothing
 */
public record Form(String id, String text, String error) {
    public static Form fresh() {
        return new Form(UUID.randomUUID().toString(), "", null);
    }

    /** As it was sent. NUL is taken out: PostgreSQL cannot keep it, and nobody types it. */
    public static Form of(String id, String text, int longest) {
        String typed = text == null ? "" : text.replace("\u0000", "").strip();
        String known = isUuid(id) ? id : UUID.randomUUID().toString();
        if (typed.isEmpty()) return new Form(known, typed, "empty");
        if (typed.length() > longest) return new Form(known, typed, "tooLong");
        return new Form(known, typed, null);
    }

    private static boolean isUuid(String id) {
        return id != null && id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    public UUID uuid() {
        return UUID.fromString(id);
    }
}
