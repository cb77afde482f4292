package dev.clientportal.portal.audit;

/** What can be done to what; the subject's kind is the first word. */
public enum Action {
    PROJECT_CREATED,
    PROJECT_CHANGED,
    PROJECT_CLOSED,
    PROJECT_REOPENED,
    TASK_CREATED,
    TASK_CHANGED,
    TASK_SHARED,
    TASK_DONE,
    TASK_REOPENED,
    TASK_SIGNED,
    TASK_COMMENTED,
    TASK_REMINDED,
    DOCUMENT_ADDED,
    DOCUMENT_REMOVED,
    MESSAGE_SENT,
    TEMPLATE_CREATED,
    TEMPLATE_CHANGED,
    TEMPLATE_DELETED,
    REMINDERS_CHANGED
}
