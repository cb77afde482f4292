package dev.clientportal.portal.message;

/**
 * Where the firm's inbox goes on: behind this thread. Written {@code <0 or 1>.<number>.<id>}.
 *
 * @param unread among those that the firm has not read, which come first
 */
record InboxPlace(boolean unread, long writtenAt, String id) {
    static final InboxPlace OF_READ = new InboxPlace(false, Long.MAX_VALUE, "");

    private static final InboxPlace START = new InboxPlace(true, Long.MAX_VALUE, "");

    static InboxPlace of(ThreadRow row) {
        return new InboxPlace(row.unread(), row.writtenAt(), row.id());
    }

    /** What is none begins the list. */
    static InboxPlace parse(String text) {
        if (text == null || !text.matches("[01]\\.\\d{1,18}\\.[0-9a-f-]{36}")) return START;
        String[] parts = text.split("\\.", 3);
        return new InboxPlace(parts[0].equals("1"), Long.parseLong(parts[1]), parts[2]);
    }

    @Override
    public String toString() {
        return (unread ? "1." : "0.") + writtenAt + "." + id;
    }
}
