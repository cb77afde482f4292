package dev.clientportal.portal.desk;

import dev.clientportal.portal.page.Words;
import dev.clientportal.portal.staff.StaffCompanies.Contact;
import java.util.List;

/**
 * The contacts that staff choose from.
 *
 * @param ticked before, and not among the items
 * @param items those that were looked for
 * @param more there are others, whom the choice does not show
 */
public record Contacts(Words words, List<Contact> ticked, List<Contact> items, boolean more) {
    /** How many can be seen without looking for them. */
    private static final int FEW = 8;

    /** The company has none that could be chosen. */
    public boolean isEmpty() {
        return words.isEmpty() && ticked.isEmpty() && items.isEmpty();
    }

    public boolean isMany() {
        return more || !words.isEmpty() || ticked.size() + items.size() > FEW;
    }
}
