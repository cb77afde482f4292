package dev.clientportal.portal.desk;

import dev.clientportal.portal.page.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom staff chose to see something.
 *
 * @param kind {@code nobody}, {@code everybody} or {@code contacts}
 * @param contacts their ids, as they were ticked
 * @param words that the contacts to choose from were looked for by
 * @param looks the form was sent to look for contacts, and for nothing else
 */
public record Sharing(String kind, Set<String> contacts, Words words, boolean looks) {
    static final Sharing EVERYBODY = new Sharing("everybody", Set.of(), Words.NONE, false);

    static Sharing of(String kind, List<String> contacts, Words words, boolean looks) {
        return new Sharing(
                kind == null ? "nobody" : kind,
                contacts == null ? Set.of() : new LinkedHashSet<>(contacts),
                words,
                looks);
    }

    public boolean isTicked(String contact) {
        return contacts.contains(contact);
    }
}
