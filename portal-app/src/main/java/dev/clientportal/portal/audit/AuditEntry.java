package dev.clientportal.portal.audit;

/**
 * What somebody did.
 *
 * @param actorId empty for what the portal does by itself, in the firm's name
 * @param actorName as it was then; null in what was written before names were kept
 * @param task that the subject is or belongs to, or null
 * @param taskTitle as it is now; null for no task, or one that is gone
 * @param project that the subject is or belongs to, or null
 * @param projectName as it is now; null for no project, or one that is gone
 * @param otherName of a document or a template, or of the contact with whom a conversation is; else null
 */
public record AuditEntry(
        String id,
        long happenedAt,
        String actorId,
        String actorName,
        Actor.Kind actorKind,
        Action action,
        String subject,
        String task,
        String taskTitle,
        String project,
        String projectName,
        String otherName) {
    /** The subject's as it is now; null when it is gone, and for contacts, whom Keycloak knows. */
    public String title() {
        return switch (action.subject()) {
            case PROJECT -> projectName;
            case TASK -> taskTitle;
            default -> otherName;
        };
    }

    /** The name of what the subject is in as it is now: a document's task, a task's project; null for none. */
    public String place() {
        return switch (action.subject()) {
            case DOCUMENT -> taskTitle;
            case TASK -> projectName;
            default -> null;
        };
    }
}
