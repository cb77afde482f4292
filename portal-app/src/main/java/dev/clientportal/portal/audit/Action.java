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
    /** Nobody sees it any more. */
    TASK_UNSHARED,
    TASK_DONE,
    TASK_REOPENED,
    TASK_SIGNED,
    TASK_COMMENTED,
    TASK_REMINDED,
    DOCUMENT_ADDED,
    DOCUMENT_REMOVED,
    MESSAGE_SENT,
    CONTACT_INVITED,
    TEMPLATE_CREATED,
    TEMPLATE_CHANGED,
    TEMPLATE_DELETED,
    REMINDERS_CHANGED;

    private final Subject.Kind subject = Subject.Kind.valueOf(name().substring(0, name().indexOf('_')));

    /** To what it is done. */
    public Subject.Kind subject() {
        return subject;
    }
}
