package dev.clientportal.portal.task;

import dev.clientportal.portal.audit.Subject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** Something that a company's contacts are asked to do. */
@Entity
@Table(name = "task")
class TaskEntity {
    @Id
    String id;

    @Column(nullable = false)
    String firm;

    @Column(name = "company_id", nullable = false)
    String companyId;

    /** Null for a task of no project, as the sample task is. */
    @Column(name = "project_id")
    String projectId;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    TaskKind kind;

    @Column(nullable = false)
    String title;

    String description;

    LocalDate due;

    @Column(nullable = false)
    boolean sample;

    @Column(nullable = false)
    boolean done;

    @Column(name = "done_at")
    Long doneAt;

    /** The name. */
    @Column(name = "done_by")
    String doneBy;

    /** Among the tasks of its project. */
    @Column(nullable = false)
    int position;

    @Column(name = "created_at", nullable = false)
    long createdAt;

    @Column(name = "created_by", nullable = false)
    String createdBy;

    /** When somebody was reminded of it last; null for never. */
    @Column(name = "reminded_at")
    Long remindedAt;

    @Version
    int version;

    /** For the audit log. */
    Subject subject() {
        return Subject.task(id, projectId);
    }

    /** What the lists of contacts are sorted by. */
    long urgency() {
        if (sample) return 0;
        return due == null ? Long.MAX_VALUE : due.toEpochDay();
    }
}
