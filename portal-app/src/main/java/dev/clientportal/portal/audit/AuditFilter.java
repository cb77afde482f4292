package dev.clientportal.portal.audit;

/**
 * Which entries are asked for; null for no limit.
 *
 * @param project it, its tasks, and their documents
 * @param task it, and its documents
 * @param by whose
 * @param since milliseconds since the epoch
 */
public record AuditFilter(String project, String task, Actor.Kind by, Long since) {
    public static AuditFilter since(Long since) {
        return new AuditFilter(null, null, null, since);
    }
}
