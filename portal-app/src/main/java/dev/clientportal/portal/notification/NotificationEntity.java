package dev.clientportal.portal.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A notification that waits, or what became of it. */
@Entity
@Table(name = "portal_notification")
class NotificationEntity {
    /** Also Keycloak's name for the mail, by which it sends it once. */
    @Id
    String id;

    /** The realm's name. */
    @Column(nullable = false)
    String firm;

    @Column(nullable = false)
    String domain;

    @Column(name = "company_id", nullable = false)
    String companyId;

    @Column(name = "user_id", nullable = false)
    String userId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    NotificationKind kind;

    @Column(nullable = false)
    String target;

    @Column(nullable = false)
    String title;

    String text;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    NotificationState state;

    String reason;

    /** How often it was tried. */
    @Column(nullable = false)
    int attempts;

    /** Milliseconds since the epoch, as all times here. */
    @Column(name = "created_at", nullable = false)
    long createdAt;

    @Column(name = "due_at", nullable = false)
    long dueAt;

    @Column(name = "finished_at")
    Long finishedAt;

    static NotificationEntity of(Notification notification, long now) {
        NotificationEntity made = new NotificationEntity();
        made.id = UUID.randomUUID().toString();
        made.firm = notification.firm();
        made.domain = notification.domain();
        made.companyId = notification.companyId();
        made.userId = notification.userId();
        made.kind = notification.kind();
        made.target = notification.target();
        made.title = notification.title();
        made.text = notification.text();
        made.state = NotificationState.WAITING;
        made.createdAt = now;
        made.dueAt = now;
        return made;
    }

    /** The same for one contact. */
    NotificationEntity to(String contact, long now) {
        NotificationEntity made = new NotificationEntity();
        made.id = idFor(contact);
        made.firm = firm;
        made.domain = domain;
        made.companyId = companyId;
        made.userId = contact;
        made.kind = kind;
        made.target = target;
        made.title = title;
        made.text = text;
        made.state = NotificationState.WAITING;
        made.createdAt = createdAt;
        made.dueAt = now;
        return made;
    }

    /** Stands in the place of the one to this contact, when one to everybody becomes one for each: there it is already. */
    NotificationEntity leftOut(String contact, long now) {
        NotificationEntity made = to(contact, now);
        made.state = NotificationState.LEFT_OUT;
        made.finishedAt = now;
        return made;
    }

    /**
     * Takes in another: as a line more of its text, and among its own kind with a number behind the title, which counts those
     * that the text has no room for, too.
     */
    void join(Notification other) {
        String line = "– " + other.title();
        if (kind != other.kind()) {
            text = Notification.cut(text == null ? line : text + "\n" + line, Notification.MAX_TEXT);
            return;
        }
        int others =
                text == null ? 0 : Integer.parseInt(title.substring(title.lastIndexOf('+') + 1, title.length() - 1));
        String first = text == null ? title : title.substring(0, title.lastIndexOf(" (+"));
        String list = (text == null ? "– " + title : text) + "\n" + line;
        String counted = " (+" + (others + 1) + ")";
        title = Notification.cut(first, Notification.MAX_TITLE - counted.length()) + counted;
        text = Notification.cut(list, Notification.MAX_TEXT);
    }

    String idFor(String contact) {
        return UUID.nameUUIDFromBytes((id + '|' + contact).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    boolean isForEverybody() {
        return userId.equals(Notification.EVERYBODY);
    }
}
