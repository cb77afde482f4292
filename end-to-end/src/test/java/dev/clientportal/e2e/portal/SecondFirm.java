package dev.clientportal.e2e.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.StaffMember;
import dev.clientportal.e2e.TestFirm;
import dev.clientportal.e2e.Visitor;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A firm beside the demo's, in the same portal application: its staff and its machines get in as the demo's do. Closing
 * removes it.
 */
record SecondFirm(TestFirm firm, String domain) implements AutoCloseable {
    private static final String NORTHWIND = "/admin/realms/northwind/clients?clientId=";
    private static final List<String> SEES_ALL = List.of("view-organizations", "view-users");

    static SecondFirm create() {
        TestFirm firm = TestFirm.create();
        SecondFirm second = new SecondFirm(firm, firm.realm() + ".example");
        String portal = second.copyOf("portal");
        for (String role : List.of("view-projects", "manage-projects")) {
            second.post("/clients/" + portal + "/roles", Map.of("name", role));
        }
        second.copyOf("portal-staff");
        second.post("/roles", Map.of("name", "portal-staff"));
        Portal.ok(firm.save(Map.of(
                "domain",
                second.domain,
                "name",
                "Southwind Accounting",
                "help",
                "help@southwind.example",
                "timeZone",
                "Europe/Tallinn",
                "portalClientId",
                "portal",
                "version",
                firm.settings().json().path("version").asInt())));
        Portal.ok(firm.activate());
        return second;
    }

    /** The address of its portal, without a slash at its end. */
    String portal() {
        return Stack.local().portalUrl() + "/f/" + domain;
    }

    /** A machine that may do everything; it goes with the firm. */
    PortalApi machine() {
        return PortalApi.at(portal(), machineLogin());
    }

    Api machineLogin() {
        return Machine.with(
                        firm.realm(),
                        Map.of("portal", List.of("view-projects", "manage-projects"), "realm-management", SEES_ALL))
                .login();
    }

    /** Of things that it has itself, by the names that addresses have for them. Nobody has written to it. */
    Map<String, String> ids() {
        PortalApi api = machine();
        String company = firm.newCompany();
        String project = id(api.post(
                "/projects",
                Map.of(
                        "company",
                        company,
                        "name",
                        Belongings.SECRET,
                        "tasks",
                        List.of(Map.of("title", Belongings.SECRET)),
                        "notify",
                        false)));
        String task = Portal.ok(api.get("/projects/" + project + "/tasks"))
                .json()
                .at("/items/0/id")
                .asText();
        return Map.of(
                "companyId",
                company,
                "contact",
                firm.addContact(company).id(),
                "project",
                project,
                "task",
                task,
                "document",
                Belongings.given(api, task),
                "template",
                id(api.post("/templates", Belongings.template())),
                "thread",
                UUID.randomUUID().toString());
    }

    private static String id(Answer made) {
        return Portal.ok(made).json().path("id").asText();
    }

    /** The browser of a staff member who sees all of the firm. */
    Http atDesk() {
        StaffMember member = StaffMember.of(firm.realm()).mayEnter().with(SEES_ALL.toArray(String[]::new));
        return Visitor.atDesk(portal(), member.name());
    }

    /** The demo's client, at this firm's address; returns its id. */
    private String copyOf(String clientId) {
        ObjectNode client =
                Portal.ok(admin().get(NORTHWIND + clientId)).json().path(0).deepCopy();
        // What only the demo's realm has: ids, a flow and a scope.
        client.remove(List.of(
                "id",
                "secret",
                "access",
                "authenticationFlowBindingOverrides",
                "defaultClientScopes",
                "optionalClientScopes"));
        client.put("fullScopeAllowed", true);
        for (JsonNode mapper : client.path("protocolMappers")) ((ObjectNode) mapper).remove("id");
        client.put("rootUrl", portal());
        return post("/clients", client).replaceAll(".*/", "");
    }

    private String post(String path, Object body) {
        return Portal.ok(admin().post("/admin/realms/" + firm.realm() + path, body))
                .header("Location");
    }

    private static Api admin() {
        return Portal.administrator();
    }

    @Override
    public void close() {
        firm.remove();
    }
}
