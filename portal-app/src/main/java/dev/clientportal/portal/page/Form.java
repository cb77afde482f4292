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

    /**
     * As it was sent; a new line is one character. NUL is taken out: PostgreSQL cannot keep it, and nobody types it. What
     * shows nothing is empty.
     */
    public static Form of(String id, String text, int longest) {
        String sent = text == null ? "" : text.replace("\u0000", "").replace("\r\n", "\n");
        String typed = sent.codePoints().anyMatch(Form::isVisible) ? sent.strip() : "";
        String known = known(id);
        if (typed.isEmpty()) return new Form(known, typed, "empty");
        if (typed.length() > longest) return new Form(known, typed, "tooLong");
        return new Form(known, typed, null);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> false;
            default -> true;
        };
    }

    /** The id that a form was sent with. Of one that has none, as one that somebody wrote by hand, a new one. */
    public static String known(String id) {
        boolean isUuid = id != null && id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        return isUuid ? id : UUID.randomUUID().toString();
    }

    public UUID uuid() {
        return UUID.fromString(id);
    }
}
