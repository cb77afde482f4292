package dev.clientportal.e2e;

import dev.clientportal.e2e.Portal.Contact;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A firm beside the one that most tests work in: a realm of its own, to be removed by the test. */
public record TestFirm(String realm) {
    public static TestFirm create() {
        String realm = "firm-" + UUID.randomUUID();
        Portal.ok(administrator()
                .post(
                        "/admin/realms",
                        Map.of(
                                "realm", realm,
                                "enabled", true,
                                "organizationsEnabled", true,
                                "adminEventsEnabled", true,
                                "eventsEnabled", true,
                                "loginTheme", "client-portal",
                                "emailTheme", "client-portal")));
        return new TestFirm(realm);
    }

    private static Api administrator() {
        return Portal.administrator();
    }

    public String admin() {
        return "/admin/realms/" + realm + "/client-portal";
    }

    public Answer settings() {
        return administrator().get(admin() + "/firm");
    }

    public Answer save(Map<String, ?> settings) {
        return administrator().put(admin() + "/firm", settings);
    }

    public Answer activate() {
        return administrator().post(admin() + "/firm/activate");
    }

    /** Opens its portal; its mails go where those of the firm go that most tests work in. */
    public TestFirm openWithMail() {
        Portal.ok(administrator()
                .put(
                        "/admin/realms/" + realm,
                        Map.of(
                                "smtpServer",
                                Portal.ok(administrator().get("/admin/realms/northwind"))
                                        .json()
                                        .path("smtpServer"))));
        Portal.ok(save(Map.of("domain", realm + ".example", "name", "Firm of Tests", "timeZone", "UTC")));
        Portal.ok(activate());
        return this;
    }

    /** Enabled, and not invited. */
    public Contact addContact(String company, String firstName, String lastName) {
        String email = (firstName + "." + realm + "@client.example").toLowerCase(Locale.ROOT);
        String id = Portal.ok(administrator()
                        .post(
                                admin() + "/companies/" + company + "/contacts",
                                Map.of("email", email, "firstName", firstName, "lastName", lastName, "silent", true)))
                .json()
                .path("userId")
                .asText();
        return new Contact(id, email, company);
    }

    /** Asks for an invitation; when it leaves is another matter. */
    public void invite(Contact contact) {
        Portal.ok(administrator().post(path(contact) + "/invitations"));
    }

    /** A client that contacts sign in to; returns its id. */
    public String addPortalClient(String clientId, List<String> redirectUris) {
        return addClient(Map.of(
                "clientId",
                clientId,
                "publicClient",
                true,
                "redirectUris",
                redirectUris,
                "protocolMappers",
                List.of(Map.of(
                        "name", "company",
                        "protocol", "openid-connect",
                        "protocolMapper", "client-portal-company-mapper"))));
    }

    public String addClient(Map<String, ?> client) {
        return Portal.ok(administrator().post(clients(), client))
                .header("Location")
                .replaceAll(".*/", "");
    }

    public void removeClient(String id) {
        Portal.ok(administrator().delete(clients() + "/" + id));
    }

    private String clients() {
        return "/admin/realms/" + realm + "/clients";
    }

    /** A new company with an open portal; returns its id. The firm has to be active. */
    public String newCompany() {
        String alias = "company-" + UUID.randomUUID();
        String id = Portal.ok(administrator()
                        .post(
                                "/admin/realms/" + realm + "/organizations",
                                Map.of(
                                        "name", alias,
                                        "alias", alias,
                                        "domains", List.of(Map.of("name", alias + ".example")))))
                .header("Location")
                .replaceAll(".*/", "");
        Portal.ok(administrator().post(admin() + "/companies/" + id + "/activate"));
        return id;
    }

    /** A contact with access, without a mail. */
    public Contact addContact(String companyId) {
        String email = "contact." + UUID.randomUUID() + "@client.example";
        Answer added = Portal.ok(administrator()
                .post(
                        admin() + "/companies/" + companyId + "/contacts",
                        Map.of("email", email, "firstName", "Con", "lastName", "Tact", "silent", true)));
        return new Contact(added.json().path("userId").asText(), email, companyId);
    }

    /** Where staff REST has the contact. */
    public String path(Contact contact) {
        return admin() + "/companies/" + contact.companyId() + "/contacts/" + contact.id();
    }

    public void remove() {
        Portal.ok(administrator().delete("/admin/realms/" + realm));
    }
}
