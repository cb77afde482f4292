package dev.clientportal.e2e.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.TestFirm;
import java.util.List;
import java.util.Map;

/** Keycloak's fine-grained admin permissions, set up as its console does. */
public record FineGrained(TestFirm firm) {
    private static final String HELPER = "helper";

    /** A user who may look for companies and users, and manages one company and views and manages one user. */
    Api helperWhoManages(String company, String user) {
        helper(List.of("query-organizations", "query-users"), company, List.of(user));
        return Api.user(firm.realm(), HELPER, HELPER);
    }

    /**
     * The name and password of somebody who looks after one company alone: they manage it and, as people belong to no one
     * company, all users, and may send mail.
     */
    public String helperOf(String company) {
        helper(List.of("query-organizations", "query-users", "client-portal-send-mail"), company, List.of());
        return HELPER;
    }

    /** @param users none for all */
    private void helper(List<String> roles, String company, List<String> users) {
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
        grant(helper, roles);
        String resourceServer = root() + "/clients/" + client("admin-permissions") + "/authz/resource-server";
        String policy = Portal.ok(admin().post(
                                resourceServer + "/policy/user",
                                Map.of("name", "is the helper", "users", List.of(helper), "logic", "POSITIVE")))
                .json()
                .path("id")
                .asText();
        permit(resourceServer, policy, "Organizations", List.of(company));
        permit(resourceServer, policy, "Users", users);
    }

    private void permit(String resourceServer, String policy, String type, List<String> ids) {
        Portal.ok(admin().post(
                        resourceServer + "/permission/scope",
                        Map.of(
                                "name",
                                type + " of the helper",
                                "resourceType",
                                type,
                                "resources",
                                ids,
                                "scopes",
                                List.of("view", "manage"),
                                "policies",
                                List.of(policy))));
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
