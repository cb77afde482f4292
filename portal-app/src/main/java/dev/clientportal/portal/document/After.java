package dev.clientportal.portal.document;

/** Where a list of documents goes on: behind this one. Written {@code <time>.<id>}. */
record After(long uploadedAt, String id) {
    /** Behind it, newest first. */
    static final String CONDITION = """
             and d.uploadedAt <= :at and (d.uploadedAt < :at or d.id < :afterId)
            order by d.uploadedAt desc, d.id desc
            """;

    private static final After NOTHING = new After(Long.MAX_VALUE, "");

    /** What is none begins the list. */
    static After parse(String text) {
        if (text == null || !text.matches("\\d{1,15}\\.[0-9a-f-]{36}")) return NOTHING;
        int dot = text.indexOf('.');
        return new After(Long.parseLong(text.substring(0, dot)), text.substring(dot + 1));
    }

    @Override
    public String toString() {
        return uploadedAt + "." + id;
    }
}
