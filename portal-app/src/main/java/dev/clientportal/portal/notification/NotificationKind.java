package dev.clientportal.portal.notification;

/** What a mail is about: it has a template of its own. The names are the extension's. */
public enum NotificationKind {
    TASK_ASSIGNED,
    REMINDER,
    DOCUMENT,
    CUSTOM
}
