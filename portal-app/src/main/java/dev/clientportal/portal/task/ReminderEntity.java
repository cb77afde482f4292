package dev.clientportal.portal.task;

import dev.clientportal.portal.task.TaskMails.Where;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** That a task is reminded of by its due date. A task without one is not. */
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

    /** What days up to this one called for was done, or was no news. */
    @Column(name = "settled_on", nullable = false)
    LocalDate settledOn;

    /** @param day that calls for it, or null */
    boolean isCalledFor(LocalDate day) {
        return day != null && settledOn.isBefore(day);
    }

    static ReminderEntity of(TaskEntity task, Where where, LocalDate settledOn) {
        ReminderEntity reminder = new ReminderEntity();
        reminder.taskId = task.id;
        reminder.firm = task.firm;
        reminder.companyId = task.companyId;
        reminder.domain = where.firm().domain();
        reminder.address = where.company();
        reminder.settledOn = settledOn;
        return reminder;
    }
}
