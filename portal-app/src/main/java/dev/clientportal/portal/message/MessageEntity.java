package dev.clientportal.portal.message;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** What one of the two sides wrote. */
@Entity
@Table(name = "message")
@IdClass(MessageEntity.Key.class)
class MessageEntity {
    /** The form's id, which is good in one thread. */
    record Key(String threadId, String id) implements Serializable {}

    @Id
    @Column(name = "thread_id")
    String threadId;

    @Id
    String id;

    @Column(nullable = false)
    String firm;

    @Column(name = "company_id", nullable = false)
    String companyId;

    @Column(name = "author_id", nullable = false)
    String authorId;

    @Column(name = "author_name", nullable = false)
    String authorName;

    @Column(name = "of_firm", nullable = false)
    boolean ofFirm;

    @Column(nullable = false)
    String text;

    @Column(name = "written_at", nullable = false)
    long writtenAt;
}
