package dev.clientportal.portal.task;

import dev.clientportal.portal.task.TaskMails.Where;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** The next reminder of a task. */
@Entity
@Table(name = "reminder")
class ReminderEntity {
    @Id
    @Column(name = "task_id")
    String taskId;

    @Column(nullable = false)
    String firm;

    @Column(name = "company_id", nullable = false)
    String companyId;

    @Column(nullable = false)
    String domain;

    @Column(nullable = false)
    String address;

    @Column(name = "remind_on", nullable = false)
    LocalDate remindOn;

    static ReminderEntity of(TaskEntity task, Where where, LocalDate day) {
        ReminderEntity reminder = new ReminderEntity();
        reminder.taskId = task.id;
        reminder.firm = task.firm;
        reminder.companyId = task.companyId;
        reminder.domain = where.firm().domain();
        reminder.address = where.company();
        reminder.remindOn = day;
        return reminder;
    }
}
