package dev.clientportal.portal.desk;

import dev.clientportal.portal.staff.StaffCompanies.Contact;
import java.util.List;

/**
 * The contacts that staff choose from.
 *
 * @param more there are others, whom the choice does not show
 */
public record Contacts(List<Contact> items, boolean more) {
    public boolean isEmpty() {
        return items.isEmpty();
    }
}
