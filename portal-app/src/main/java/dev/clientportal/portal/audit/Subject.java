package dev.clientportal.portal.audit;

/**
 * What something was done to.
 *
 * @param task it is, or belongs to; null for none
 * @param project it is, or belongs to; null for none
 */
public record Subject(String id, String task, String project) {
    /** What there is that something can be done to. */
    public enum Kind {
        PROJECT,
        TASK,
        DOCUMENT,
        /** The conversation with one contact. */
        MESSAGE,
        /** By the user's id at Keycloak. */
        CONTACT,
        TEMPLATE,
        /** The firm's days of reminders. */
        REMINDERS
    }

    public static Subject project(String id) {
        return new Subject(id, null, id);
    }

    /** @param project may be null */
    public static Subject task(String id, String project) {
        return new Subject(id, id, project);
    }

    /** What belongs to neither. */
    public static Subject of(String id) {
        return new Subject(id, null, null);
    }
}
