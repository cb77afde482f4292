package dev.clientportal.e2e;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The firm that the tests work in: active, with its companies open. Contacts are made fresh by each test. */
public final class Portal {
    public static final String ADMIN = "/admin/realms/northwind/client-portal";

    private static final AtomicInteger NUMBERS = new AtomicInteger();

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
        return Api.staff("mia");
    }

    /** The id of the company with this alias. */
    public static String company(String alias) {
        return ok(mia().get("/admin/realms/northwind/organizations?search=" + alias + "&exact=false"))
                .json()
                .findParents("alias")
                .stream()
                .filter(found -> found.path("alias").asText().equals(alias))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    /** A new contact with access, opened silently: no mail yet. */
    public static Contact newContact(String companyAlias) {
        return addContact(companyAlias, "contact" + NUMBERS.incrementAndGet() + "." + System.nanoTime() + "@client.example");
    }

    /** The contact with this address, added to the company and enabled without a mail. */
    public static Contact addContact(String companyAlias, String email) {
        String companyId = company(companyAlias);
        Answer added = ok(mia().post(
                        ADMIN + "/companies/" + companyId + "/contacts",
                        Map.of("email", email, "firstName", "Con", "lastName", "Tact", "silent", true)));
        return new Contact(added.json().path("userId").asText(), email, companyId);
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
