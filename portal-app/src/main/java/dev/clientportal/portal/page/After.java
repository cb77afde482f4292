package dev.clientportal.portal.page;

/** Where a list by time goes on: behind this one. Written {@code <time>.<id>}. */
public record After(long at, String id) {
    private static final After NOTHING = new After(Long.MAX_VALUE, "");

    /** What is none begins the list. */
    public static After parse(String text) {
        if (text == null || !text.matches("\\d{1,15}\\.[0-9a-f-]{36}")) return NOTHING;
        int dot = text.indexOf('.');
        return new After(Long.parseLong(text.substring(0, dot)), text.substring(dot + 1));
    }

    @Override
    public String toString() {
        return at + "." + id;
    }
}
