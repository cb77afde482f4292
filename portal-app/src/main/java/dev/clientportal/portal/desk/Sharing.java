package dev.clientportal.portal.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom staff chose to see something.
 *
 * @param kind {@code nobody}, {@code everybody} or {@code contacts}
 * @param contacts their ids, as they were ticked
 */
public record Sharing(String kind, Set<String> contacts) {
    static final Sharing EVERYBODY = new Sharing("everybody", Set.of());

    static Sharing of(String kind, List<String> contacts) {
        return new Sharing(kind == null ? "nobody" : kind, contacts == null ? Set.of() : new LinkedHashSet<>(contacts));
    }

    public boolean isTicked(String contact) {
        return contacts.contains(contact);
    }
}
