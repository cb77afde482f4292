package dev.clientportal.portal.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** Who sees a task; with a copy of what a contact's lists are sorted by. */
@Entity
@Table(name = "task_share")
@IdClass(ShareEntity.Key.class)
class ShareEntity {
    /** In place of a contact: everybody of the company. Then there is no other share of the task. */
    static final String EVERYBODY = "*";

    /** A task and who sees it. */
    record Key(String taskId, String reader) implements Serializable {}

    @Id
    @Column(name = "task_id")
    String taskId;

    @Id
    String reader;

    @Column(nullable = false)
    String firm;

    @Column(name = "company_id", nullable = false)
    String companyId;

    @Column(name = "project_id")
    String projectId;

    /** The task is done, or its project is closed: nothing is to be done about it. */
    @Column(nullable = false)
    boolean done;

    @Column(nullable = false)
    long urgency;

    /** @param closed the task's project is */
    static ShareEntity of(TaskEntity task, String reader, boolean closed) {
        ShareEntity share = new ShareEntity();
        share.taskId = task.id;
        share.reader = reader;
        share.firm = task.firm;
        share.companyId = task.companyId;
        share.projectId = task.projectId;
        share.done = task.done || closed;
        share.urgency = task.urgency();
        return share;
    }
}
