package dev.clientportal.portal.notification;

import dev.clientportal.portal.firm.Firm;

/**
 * Something that a contact is to be told by mail. All of it is plain text. Who has not accepted an invitation yet gets one
 * with it, and who is blocked or has no access gets nothing: Keycloak decides that.
 *
 * @param firm the realm's name
 * @param domain of the firm's portal
 * @param userId the contact, or {@link #EVERYBODY}
 * @param target the full address of the page of the portal that the mail leads to
 * @param title what it is about, in one line; what is too long for a mail is cut
 * @param text more about it, or null; likewise
 */
public record Notification(
        String firm,
        String domain,
        String companyId,
        String userId,
        NotificationKind kind,
        String target,
        String title,
        String text) {

    /** In place of a user: whoever of the company has access when the notification goes out. */
    public static final String EVERYBODY = "*";

    private static final int MAX_TARGET = 2000;
    static final int MAX_TITLE = 255;
    static final int MAX_TEXT = 2000;

    public Notification {
        if (firm == null || domain == null || companyId == null || userId == null || kind == null) {
            throw new IllegalArgumentException("A notification needs a firm, a company, a contact and a kind");
        }
        if (target == null || target.length() > MAX_TARGET) {
            throw new IllegalArgumentException("The target has up to " + MAX_TARGET + " letters");
        }
        title = cut(plain(title, "[\\p{Cc}\\p{Cs}]+"), MAX_TITLE);
        if (title == null) throw new IllegalArgumentException("A notification needs a title");
        text = cut(plain(text, "[[\\p{Cc}\\p{Cs}]&&[^\\n\\r\\t]]+"), MAX_TEXT);
    }

    public static Notification of(
            Firm firm,
            String companyId,
            String userId,
            NotificationKind kind,
            String target,
            String title,
            String text) {
        return new Notification(firm.realm(), firm.domain(), companyId, userId, kind, target, title, text);
    }

    /** Without the letters that Keycloak takes in no mail. */
    private static String plain(String text, String refused) {
        return text == null ? "" : text.replaceAll(refused, " ").strip();
    }

    static String cut(String text, int max) {
        if (text.isEmpty()) return null;
        if (text.length() <= max) return text;
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end) + '…';
    }
}
