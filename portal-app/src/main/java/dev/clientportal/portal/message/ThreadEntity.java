package dev.clientportal.portal.message;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** All messages between one contact of a company and the firm. */
@Entity
@Table(name = "message_thread")
class ThreadEntity {
    @Id
    String id;

    @Column(nullable = false)
    String firm;

    @Column(name = "company_id", nullable = false)
    String companyId;

    @Column(name = "user_id", nullable = false)
    String userId;

    @Column(name = "contact_name", nullable = false)
    String contactName;

    @Column(name = "company_name", nullable = false)
    String companyName;

    /** Of the newest message. */
    @Column(name = "written_at", nullable = false)
    long writtenAt;

    @Column(name = "unread_by_contact", nullable = false)
    int unreadByContact;

    @Column(name = "unread_by_firm", nullable = false)
    boolean unreadByFirm;

    static ThreadEntity of(Correspondent contact) {
        ThreadEntity thread = new ThreadEntity();
        thread.id = UUID.randomUUID().toString();
        thread.firm = contact.company().firm();
        thread.companyId = contact.company().id();
        thread.userId = contact.id();
        thread.contactName = contact.name();
        thread.companyName = contact.companyName();
        return thread;
    }
}
