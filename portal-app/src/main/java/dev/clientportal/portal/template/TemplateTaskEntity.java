package dev.clientportal.portal.template;

import dev.clientportal.portal.task.TaskKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A task of a template. */
@Entity
@Table(name = "template_task")
class TemplateTaskEntity {
    @Id
    String id;

    @Column(nullable = false)
    int position;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    TaskKind kind;

    @Column(nullable = false)
    String title;

    String description;

    /** Due so many days after the project was made; null for no day. */
    @Column(name = "due_days")
    Integer dueDays;

    /** Whether the due date is reminded of. */
    @Column(nullable = false)
    boolean remind;
}
