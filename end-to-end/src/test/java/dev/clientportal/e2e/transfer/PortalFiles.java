package dev.clientportal.e2e.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Json;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.TestFirm;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Portal files, and realms to bring them into. */
final class PortalFiles {
    private PortalFiles() {}

    static String export(TestFirm firm) {
        return Portal.ok(Portal.administrator().get(firm.admin() + "/export")).body();
    }

    static Answer tryImport(TestFirm firm, String file) {
        return tryImport(Portal.administrator(), firm.admin(), file);
    }

    static Answer tryImport(Api api, String admin, String file) {
        return api.send(api.request(admin + "/import")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(file)));
    }

    /** The report. */
    static JsonNode imported(TestFirm firm, String file) {
        return Portal.ok(tryImport(firm, file)).json();
    }

    /** A file without a firm. */
    static ObjectNode file(List<?> companies, List<?> contacts) {
        ObjectNode file = (ObjectNode) Json.tree(Map.of());
        file.put("format", "client-portal").put("version", 1);
        file.set("companies", Json.tree(companies));
        file.set("contacts", Json.tree(contacts));
        return file;
    }

    /** A realm with the same organizations and users, under ids of its own, made by Keycloak's own import of realms. */
    static TestFirm copyOf(TestFirm source) {
        ObjectNode realm = (ObjectNode) Json.tree(Map.of(
                "realm", "copy-" + UUID.randomUUID(),
                "enabled", true,
                "organizationsEnabled", true,
                "adminEventsEnabled", true));
        realm.set("users", users(source));
        realm.set("organizations", organizations(source));
        Portal.ok(Portal.administrator().post("/admin/realms", realm));
        return new TestFirm(realm.path("realm").asText());
    }

    private static ArrayNode users(TestFirm source) {
        ArrayNode users = (ArrayNode) Json.tree(List.of());
        list(source, "/users?max=1000")
                .forEach(user -> users.add(((ObjectNode) user.deepCopy())
                        .retain(List.of("username", "email", "firstName", "lastName", "enabled", "attributes"))));
        return users;
    }

    private static ArrayNode organizations(TestFirm source) {
        ArrayNode organizations = (ArrayNode) Json.tree(List.of());
        list(source, "/organizations?max=1000&briefRepresentation=false").forEach(organization -> {
            ObjectNode copy =
                    ((ObjectNode) organization.deepCopy()).retain(List.of("name", "alias", "enabled", "domains"));
            ArrayNode members = copy.putArray("members");
            String id = organization.path("id").asText();
            list(source, "/organizations/" + id + "/members?max=1000").forEach(member -> members.addObject()
                    .put("username", member.path("username").asText())
                    .put("membershipType", "UNMANAGED"));
            organizations.add(copy);
        });
        return organizations;
    }

    private static List<JsonNode> list(TestFirm firm, String path) {
        return Facts.list(Portal.ok(Portal.administrator().get("/admin/realms/" + firm.realm() + path))
                .json());
    }

    /** A user of the firm's realm with these roles of its administration. */
    static Api staff(TestFirm firm, String name, String... roles) {
        String root = "/admin/realms/" + firm.realm();
        Api admin = Portal.administrator();
        String user = Portal.ok(admin.post(
                        root + "/users",
                        Map.of(
                                "username",
                                name,
                                "email",
                                name + "@firm.example",
                                "firstName",
                                "Sta",
                                "lastName",
                                "Ff",
                                "enabled",
                                true,
                                "credentials",
                                List.of(Map.of("type", "password", "value", name)))))
                .header("Location")
                .replaceAll(".*/", "");
        String client = Portal.ok(admin.get(root + "/clients?clientId=realm-management"))
                .json()
                .path(0)
                .path("id")
                .asText();
        List<JsonNode> found = Arrays.stream(roles)
                .map(role -> Portal.ok(admin.get(root + "/clients/" + client + "/roles/" + role))
                        .json())
                .toList();
        Portal.ok(admin.post(root + "/users/" + user + "/role-mappings/clients/" + client, found));
        return Api.user(firm.realm(), name, name);
    }
}
