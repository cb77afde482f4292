package dev.clientportal.portal.desk;

import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.audit.AuditFilter;
import java.util.Arrays;

/**
 * What of a company's activity was asked for.
 *
 * @param project its alone, or null
 * @param task its alone, or null
 * @param by whose, or null for everybody's
 * @param after where the page begins, or null for the first one
 */
public record ActivitySearch(String project, String task, Actor.Kind by, String after) {
    /** What is nobody's kind is everybody's. */
    static ActivitySearch of(String project, String task, String by, String after) {
        Actor.Kind kind = Arrays.stream(Actor.Kind.values())
                .filter(one -> one.name().equals(by))
                .findFirst()
                .orElse(null);
        return new ActivitySearch(project, task, kind, after == null || after.isEmpty() ? null : after);
    }

    AuditFilter filter() {
        return new AuditFilter(project, task, by, null);
    }

    /** The address of the page that begins there, or (null) of the first one, from its question mark on. */
    public String page(String after) {
        StringBuilder page = new StringBuilder("?");
        if (project != null) page.append("project=").append(project).append('&');
        if (task != null) page.append("task=").append(task).append('&');
        if (by != null) page.append("by=").append(by).append('&');
        if (after != null) page.append("after=").append(after);
        return page.toString();
    }

    public ActivitySearch onlyBy(Actor.Kind kind) {
        return new ActivitySearch(project, task, kind, null);
    }

    /** For the choice of them. */
    public Actor.Kind[] kinds() {
        return Actor.Kind.values();
    }
}
