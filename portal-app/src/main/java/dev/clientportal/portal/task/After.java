package dev.clientportal.portal.task;

/** Where a list of tasks goes on: behind this one. Written {@code <number>.<id>}. */
record After(long urgency, String id) {
    private static final After NOTHING = new After(Long.MIN_VALUE, "");

    /** What is none begins the list. */
    static After parse(String text) {
        if (text == null || !text.matches("-?\\d{1,19}\\.[0-9a-f-]{36}")) return NOTHING;
        try {
            int dot = text.indexOf('.');
            return new After(Long.parseLong(text.substring(0, dot)), text.substring(dot + 1));
        } catch (NumberFormatException tooGreat) {
            return NOTHING;
        }
    }

    /** The same number where tasks are sorted by their position in a project. */
    int position() {
        return (int) Math.min(Math.max(urgency, -1), Integer.MAX_VALUE);
    }

    @Override
    public String toString() {
        return urgency + "." + id;
    }
}
