package dev.clientportal.portal.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One thing that somebody did. */
@Entity
@Table(name = "audit_entry")
class AuditEntity {
    @Id
    String id;

    @Column(nullable = false)
    String firm;

    /** Null for what concerns the firm alone. */
    @Column(name = "company_id")
    String companyId;

    @Column(name = "happened_at", nullable = false)
    long happenedAt;

    @Column(name = "actor_id", nullable = false)
    String actorId;

    /** As others saw it then; null for what was done before that was kept. */
    @Column(name = "actor_name")
    String actorName;

    @Column(name = "actor_kind", nullable = false)
    @Enumerated(EnumType.STRING)
    Actor.Kind actorKind;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    Action action;

    @Column(name = "subject_id", nullable = false)
    String subjectId;

    /** That the subject is, or belongs to. */
    @Column(name = "task_id")
    String taskId;

    /** That the subject is, or belongs to. */
    @Column(name = "project_id")
    String projectId;
}
