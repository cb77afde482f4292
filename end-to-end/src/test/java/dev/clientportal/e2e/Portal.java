package dev.clientportal.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The firm that the tests work in: active, with its companies open. Contacts are made fresh by each test. */
public final class Portal {
    public static final String ADMIN = "/admin/realms/northwind/client-portal";

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Map<String, Api> STAFF = new ConcurrentHashMap<>();

    private Portal() {}

    /** One contact of one company. */
    public record Contact(String id, String email, String companyId) {
        public String path() {
            return ADMIN + "/companies/" + companyId + "/contacts/" + id;
        }
    }

    /** Saves settings and activates the firm and its companies; may be called by every test. */
    public static void open() {
        Answer now = ok(mia().get(ADMIN + "/firm"));
        if (!now.json().path("active").asBoolean()) {
            Map<String, Object> firm = new LinkedHashMap<>();
            firm.put("domain", "portal.northwind.example");
            firm.put("name", "Northwind Accounting");
            firm.put("help", "help@northwind.example");
            firm.put("timeZone", "Europe/Tallinn");
            firm.put("portalClientId", "account-console");
            firm.put("version", now.json().path("version").asInt());
            ok(mia().put(ADMIN + "/firm", firm));
            ok(mia().post(ADMIN + "/firm/activate"));
        }
        for (String alias : new String[] {"birch-bakery", "cedar-cycles", "dune-design"}) {
            ok(mia().post(ADMIN + "/companies/" + company(alias) + "/activate"));
        }
    }

    public static Api mia() {
        return staff("mia");
    }

    /** As {@link Api#staff}, but with one token for all tests: each new one costs the server a password hash. */
    public static Api staff(String name) {
        return STAFF.computeIfAbsent(Stack.local().baseUrl() + " " + name, key -> Api.staff(name));
    }

    /** The administrator of all realms. */
    public static Api administrator() {
        return STAFF.computeIfAbsent(Stack.local().baseUrl(), key -> Api.administrator());
    }

    /** The id of the company with this alias. */
    public static String company(String alias) {
        return Facts.list(ok(mia().get(ADMIN + "/companies?search=" + alias))
                        .json()
                        .path("items"))
                .stream()
                .filter(found -> found.path("alias").asText().equals(alias))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    /** A new contact with access, opened silently: no mail yet. */
    public static Contact newContact(String companyAlias) {
        return addContact(
                companyAlias, "contact" + NUMBERS.incrementAndGet() + "." + System.nanoTime() + "@client.example");
    }

    /** The contact with this address, added to the company and enabled without a mail. */
    public static Contact addContact(String companyAlias, String email) {
        return addContactTo(company(companyAlias), email);
    }

    /** A new company with an open portal; returns its id. */
    public static String newCompany() {
        String alias = "company-" + NUMBERS.incrementAndGet() + "-" + System.nanoTime();
        String id = addCompany(alias);
        ok(mia().post(ADMIN + "/companies/" + id + "/activate"));
        return id;
    }

    /** A new company of which the portal knows nothing yet; returns its id. */
    public static String addCompany(String alias) {
        Answer added = ok(mia().post(
                        "/admin/realms/northwind/organizations",
                        Map.of("name", alias, "alias", alias, "domains", List.of(Map.of("name", alias + ".example")))));
        return added.header("Location").replaceAll(".*/", "");
    }

    public static Contact addContactTo(String companyId, String email) {
        Answer added = ok(mia().post(
                        ADMIN + "/companies/" + companyId + "/contacts",
                        Map.of("email", email, "firstName", "Con", "lastName", "Tact", "silent", true)));
        return new Contact(added.json().path("userId").asText(), email, companyId);
    }

    /** A member of the company as an import may leave one behind: Keycloak's own checks have not seen the user. */
    public static Contact importContact(String companyId, Map<String, Object> user) {
        String username = user.get("username").toString();
        ok(mia().post(
                        "/admin/realms/northwind/partialImport",
                        Map.of("ifResourceExists", "FAIL", "users", List.of(user))));
        String id = ok(mia().get("/admin/realms/northwind/users?exact=true&username=" + username))
                .json()
                .path(0)
                .path("id")
                .asText();
        ok(mia().post("/admin/realms/northwind/organizations/" + companyId + "/members", id));
        return new Contact(id, String.valueOf(user.get("email")), companyId);
    }

    /** Changes the contact's user in Keycloak, as its console does. */
    public static void changeUser(Contact contact, Map<String, Object> values) {
        String path = "/admin/realms/northwind/users/" + contact.id();
        ObjectNode user = ok(mia().get(path)).json().deepCopy();
        values.forEach(user::putPOJO);
        ok(mia().put(path, user));
    }

    public static Answer invite(Contact contact) {
        return mia().post(contact.path() + "/invitations");
    }

    public static Answer ok(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }
}
