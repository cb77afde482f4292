package dev.clientportal.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * The firm's portal, opened the way staff would: through the administrative REST, so that every rule applies.
 *
 * @param keycloakUrl where it is reached from here
 * @param portalUrl the portal application's own address, or its internal one
 * @param secret of the realm's client for automation
 */
record DemoData(String keycloakUrl, String portalUrl, String secret) {
    /** What the realm file says where nothing else was chosen. */
    static final String DEFAULT_SECRET = "portal-automation";

    /** The portal application remembers for a minute that there was no such firm, where somebody asked too early. */
    private static final Duration FORGOTTEN_WITHIN = Duration.ofSeconds(90);

    private static final String PORTAL = "/" + LocalStack.REALM + "/client-portal";

    /** For a system that something else has started: addresses and secret are in the environment. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> environment = System.getenv();
        new DemoData(
                        environment.getOrDefault("DEMO_KEYCLOAK_URL", "http://localhost:8080"),
                        environment.getOrDefault("DEMO_PORTAL_URL", "http://localhost:8090"),
                        environment.getOrDefault("CLIENT_PORTAL_AUTOMATION_SECRET", DEFAULT_SECRET))
                .seed();
        System.out.println("The demo firm's portal is open.");
    }

    /** Does nothing when the firm is active already: a second start keeps what was changed meanwhile. */
    void seed() throws IOException, InterruptedException {
        var api = AdminApi.asAutomation(keycloakUrl, LocalStack.REALM, "portal-automation", secret);
        if (api.get(PORTAL + "/firm").path("active").asBoolean()) {
            return;
        }
        api.put(
                PORTAL + "/firm",
                Map.of(
                        "domain", "portal.northwind.example",
                        "name", "Northwind Accounting",
                        "description", "Your books, your payroll, one place.",
                        "primaryColor", "#0b6e6e",
                        "portalClientId", "portal"));
        api.post(PORTAL + "/firm/activate", Map.of());

        String birch = open(api, "birch-bakery");
        String cedar = open(api, "cedar-cycles");
        String dune = open(api, "dune-design");
        enable(api, birch, "anna.tamm@birch.example");
        enable(api, cedar, "anna.tamm@birch.example");
        enable(api, cedar, "karl.weber@cedar.example");
        enable(api, dune, "sanne.devries@dune.example", Map.of("silent", true));
        String rob = enable(api, dune, "rob.blocked@dune.example");
        api.post(contact(dune, rob) + "/block", Map.of());
        String emma = enable(api, birch, "emma.jones@birch.example");
        api.post(contact(birch, emma) + "/invitations", Map.of());
        work(api);
    }

    /** Templates and projects, made the way any other system makes them. */
    private void work(AdminApi api) throws IOException, InterruptedException {
        String firm = portalUrl + "/f/portal.northwind.example/";
        api.awaitPage(firm, FORGOTTEN_WITHIN);
        String portal = firm + "api/v1/";
        JsonNode work = AdminApi.JSON.readTree(DemoData.class.getResource("projects.json"));
        for (JsonNode template : work.path("templates")) {
            api.postTo(portal + "templates", template);
        }
        for (JsonNode project : work.path("projects")) {
            api.postTo(portal + "projects", project);
        }
    }

    private static String open(AdminApi api, String alias) throws IOException, InterruptedException {
        for (JsonNode organization : api.get("/" + LocalStack.REALM + "/organizations")) {
            if (organization.path("alias").asText().equals(alias)) {
                String id = organization.path("id").asText();
                api.post(PORTAL + "/companies/" + id + "/activate", Map.of());
                return id;
            }
        }
        throw new IllegalStateException("No company " + alias);
    }

    private static String enable(AdminApi api, String company, String email) throws IOException, InterruptedException {
        return enable(api, company, email, Map.of());
    }

    private static String enable(AdminApi api, String company, String email, Map<String, Boolean> how)
            throws IOException, InterruptedException {
        String user = api.get("/" + LocalStack.REALM + "/users?exact=true&username=" + email)
                .path(0)
                .path("id")
                .asText();
        api.post(contact(company, user) + "/enable", how);
        return user;
    }

    private static String contact(String company, String user) {
        return PORTAL + "/companies/" + company + "/contacts/" + user;
    }
}
