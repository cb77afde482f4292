package dev.clientportal.portal.message;

import java.util.List;

/** One message in a conversation. */
public record MessageView(String id, String author, boolean ofFirm, String text, long writtenAt) {
    /** When the last of them was written. */
    static long newest(List<MessageView> oldestFirst) {
        return oldestFirst.get(oldestFirst.size() - 1).writtenAt();
    }
}
