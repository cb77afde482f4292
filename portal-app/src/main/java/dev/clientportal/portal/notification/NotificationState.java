package dev.clientportal.portal.notification;

/** How far a notification is. */
enum NotificationState {
    WAITING,
    /** It was for everybody, and is one for each contact now. */
    EXPANDED,
    /** It was for everybody but this contact. */
    LEFT_OUT,
    /** Keycloak has it, and mails it. */
    SENT,
    /** Keycloak says that this contact gets no such mail: blocked, closed, without an address. */
    REFUSED,
    /** It was tried for too long. */
    GIVEN_UP
}
