package dev.clientportal.e2e.browser;

import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import java.util.Locale;
import java.util.Map;

/** Companies and contacts to look at in the admin console. */
final class ConsoleData {
    private ConsoleData() {}

    static String openCompany(String name) {
        String id = addCompany(name);
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + id + "/activate"));
        return id;
    }

    /** With a name that looks well: pictures of the guide are copies of these. */
    static String addCompany(String name) {
        String alias = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        return Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies", Map.of("alias", alias, "name", name)))
                .json()
                .path("id")
                .asText();
    }

    static Contact addContact(String company, String firstName, String lastName, String email) {
        String id = Portal.ok(Portal.mia()
                        .post(
                                Portal.ADMIN + "/companies/" + company + "/contacts",
                                Map.of("email", email, "firstName", firstName, "lastName", lastName, "silent", true)))
                .json()
                .path("userId")
                .asText();
        return new Contact(id, email, company);
    }
}
