package dev.clientportal.portal.message;

import dev.clientportal.portal.firm.KeycloakAwayException;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.staff.StaffCompanies;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The firm's inbox as one of its staff has it: the threads of those companies that Keycloak shows them. */
@Named("inbox")
@RequestScoped
public class Inbox {
    /** How often one page asks for more where hardly any company is visible. */
    private static final int MOST_READS = 10;

    private static final int MOST_COUNTED = 9;

    private final Place place;
    private final Messages messages;
    private final StaffCompanies companies;
    private final Map<String, Optional<StaffCompanies.Company>> asked = new HashMap<>();
    private String unread;

    Inbox(Place place, Messages messages, StaffCompanies companies) {
        this.place = place;
        this.messages = messages;
        this.companies = companies;
    }

    /** See {@link Messages#inbox}. Where hardly any company is visible, it may be empty and go on nevertheless. */
    Listing<ThreadRow> page(boolean unreadOnly, String words, String after, int max) {
        List<ThreadRow> visible = new ArrayList<>();
        String next = after;
        for (int reads = 0; reads < MOST_READS; reads++) {
            Listing<ThreadRow> part =
                    messages.inbox(place.firm().realm(), unreadOnly, words, next, max - visible.size());
            part.items().stream()
                    .filter(row -> company(row.companyId()).isPresent())
                    .forEach(visible::add);
            next = part.next();
            if (next == null || visible.size() == max) break;
        }
        return new Listing<>(visible, next);
    }

    /** Empty for a thread of a company that they may not see, too. */
    Optional<ThreadRow> thread(String id) {
        return messages.thread(place.firm().realm(), id)
                .filter(row -> company(row.companyId()).isPresent());
    }

    Optional<StaffCompanies.Company> company(String id) {
        return asked.computeIfAbsent(id, companies::company);
    }

    /** For the navigation: how many threads are unread, up to {@code 9+}; empty for none, and while Keycloak is away. */
    public String unread() {
        if (unread == null) unread = count();
        return unread;
    }

    private String count() {
        try {
            int count = page(true, "", null, MOST_COUNTED + 1).items().size();
            if (count > MOST_COUNTED) return MOST_COUNTED + "+";
            return count == 0 ? "" : Integer.toString(count);
        } catch (KeycloakAwayException pageDoesWithout) {
            return "";
        }
    }
}
