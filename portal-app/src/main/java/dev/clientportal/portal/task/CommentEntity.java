package dev.clientportal.portal.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What somebody said about a task; whoever sees the task reads it. */
@Entity
@Table(name = "task_comment")
class CommentEntity {
    @Id
    String id;

    @Column(name = "task_id", nullable = false)
    String taskId;

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
