package dev.clientportal.e2e.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.TestFirm;
import java.util.List;
import java.util.Map;

/** Keycloak's fine-grained admin permissions, set up as its console does. */
record FineGrained(TestFirm firm) {
    private static final String HELPER = "helper";

    /** A user who may look for companies and users, and manages one company and views and manages one user. */
    Api helperWhoManages(String company, String user) {
        ObjectNode realm = Portal.ok(admin().get(root())).json().deepCopy();
        Portal.ok(admin().put(root(), realm.put("adminPermissionsEnabled", true)));
        String helper = Portal.ok(admin().post(
                                root() + "/users",
                                Map.of(
                                        "username",
                                        HELPER,
                                        "email",
                                        "helper@firm.example",
                                        "firstName",
                                        "Hel",
                                        "lastName",
                                        "Per",
                                        "enabled",
                                        true,
                                        "credentials",
                                        List.of(Map.of("type", "password", "value", HELPER)))))
                .header("Location")
                .replaceAll(".*/", "");
        grant(helper, List.of("query-organizations", "query-users"));
        String resourceServer = root() + "/clients/" + client("admin-permissions") + "/authz/resource-server";
        String policy = Portal.ok(admin().post(
                                resourceServer + "/policy/user",
                                Map.of("name", "is the helper", "users", List.of(helper), "logic", "POSITIVE")))
                .json()
                .path("id")
                .asText();
        permit(resourceServer, policy, "Organizations", company);
        permit(resourceServer, policy, "Users", user);
        return Api.user(firm.realm(), HELPER, HELPER);
    }

    private void permit(String resourceServer, String policy, String type, String id) {
        Portal.ok(admin().post(
                        resourceServer + "/permission/scope",
                        Map.of(
                                "name", type + " of the helper",
                                "resourceType", type,
                                "resources", List.of(id),
                                "scopes", List.of("view", "manage"),
                                "policies", List.of(policy))));
    }

    private void grant(String user, List<String> roles) {
        String client = client("realm-management");
        List<?> found = roles.stream()
                .map(role -> Portal.ok(admin().get(root() + "/clients/" + client + "/roles/" + role))
                        .json())
                .toList();
        Portal.ok(admin().post(root() + "/users/" + user + "/role-mappings/clients/" + client, found));
    }

    private String client(String clientId) {
        return Facts.list(Portal.ok(admin().get(root() + "/clients?clientId=" + clientId))
                        .json())
                .get(0)
                .path("id")
                .asText();
    }

    private String root() {
        return "/admin/realms/" + firm.realm();
    }

    private static Api admin() {
        return Portal.administrator();
    }
}
