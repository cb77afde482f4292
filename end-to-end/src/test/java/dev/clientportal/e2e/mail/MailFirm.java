package dev.clientportal.e2e.mail;

import static dev.clientportal.e2e.Portal.ok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.TestFirm;
import dev.clientportal.stack.ReceivedMail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A firm of its own that sends mail, in four languages; Dutch is the realm's. */
record MailFirm(TestFirm firm, String domain) {
    private static final Api ADMINISTRATOR = Portal.administrator();

    static MailFirm create() {
        TestFirm firm = TestFirm.create();
        ok(ADMINISTRATOR.put(
                "/admin/realms/" + firm.realm(),
                Map.of(
                        "smtpServer",
                        ok(ADMINISTRATOR.get("/admin/realms/northwind")).json().path("smtpServer"),
                        "internationalizationEnabled",
                        true,
                        "supportedLocales",
                        List.of("en", "et", "de", "nl", "ar"),
                        "defaultLocale",
                        "nl")));
        var created = new MailFirm(firm, "mail-" + UUID.randomUUID() + ".example");
        created.save(Map.of("name", "Firm of Mails"));
        ok(firm.activate());
        return created;
    }

    /** All settings: those that are not named are cleared or get the value that these tests begin with. */
    void save(Map<String, ?> settings) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "domain", domain, "timeZone", "Europe/Tallinn", "whiteLabel", false, "invitationValidity", 7 * 86_400));
        all.putAll(settings);
        ok(firm.save(all));
    }

    /** A company with an open portal; returns its id. */
    String company(String name, String languageOrNull) {
        String alias = "company-" + UUID.randomUUID();
        Map<String, Object> company = new HashMap<>(
                Map.of("name", name, "alias", alias, "domains", List.of(Map.of("name", alias + ".example"))));
        if (languageOrNull != null) company.put("attributes", Map.of("locale", List.of(languageOrNull)));
        String id = ok(ADMINISTRATOR.post(organizations(), company))
                .header("Location")
                .replaceAll(".*/", "");
        ok(ADMINISTRATOR.post(firm.admin() + "/companies/" + id + "/activate"));
        return id;
    }

    /** A contact as an import may leave one behind: names that staff REST would refuse are possible. */
    Contact contact(String company, String firstName, String lastName, String languageOrNull) {
        String email = "reader." + UUID.randomUUID() + "@client.example";
        Map<String, Object> user = new HashMap<>(Map.of(
                "username", email, "email", email, "firstName", firstName, "lastName", lastName, "enabled", true));
        if (languageOrNull != null) user.put("attributes", Map.of("locale", List.of(languageOrNull)));
        ok(ADMINISTRATOR.post(
                "/admin/realms/" + firm.realm() + "/partialImport",
                Map.of("ifResourceExists", "FAIL", "users", List.of(user))));
        String id = ok(ADMINISTRATOR.get("/admin/realms/" + firm.realm() + "/users?exact=true&username=" + email))
                .json()
                .path(0)
                .path("id")
                .asText();
        ok(ADMINISTRATOR.post(organizations() + "/" + company + "/members", id));
        Contact contact = new Contact(id, email, company);
        ok(ADMINISTRATOR.post(firm.path(contact) + "/enable", Map.of("silent", true)));
        return contact;
    }

    ReceivedMail invitation(Contact contact) {
        Mailbox mailbox = Mailbox.of(contact.email());
        ok(ADMINISTRATOR.post(firm.path(contact) + "/invitations"));
        return mailbox.next();
    }

    /** When the contact's last invitation ends. */
    long expiresAt(Contact contact) {
        return ok(ADMINISTRATOR.get(firm.path(contact) + "/invitations"))
                .json()
                .path("items")
                .path(0)
                .path("expiresAt")
                .asLong();
    }

    /** Gives the company another name, as Keycloak's console does. */
    Answer rename(String company, String name) {
        String path = organizations() + "/" + company;
        ObjectNode now = (ObjectNode) ok(ADMINISTRATOR.get(path)).json();
        return ADMINISTRATOR.put(path, now.put("name", name));
    }

    void remove() {
        firm.remove();
    }

    private String organizations() {
        return "/admin/realms/" + firm.realm() + "/organizations";
    }
}
