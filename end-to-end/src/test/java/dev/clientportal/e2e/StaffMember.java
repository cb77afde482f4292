package dev.clientportal.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody of the firm, made for one test; the password is the name. */
public record StaffMember(String realm, String id, String name) {
    /** A user with a password, who may enter nothing yet. */
    public static StaffMember create() {
        return of("northwind");
    }

    /** As {@link #create}, of another firm. */
    public static StaffMember of(String realm) {
        String name = "staff." + UUID.randomUUID();
        Answer created = Portal.ok(admin().post(
                        "/admin/realms/" + realm + "/users",
                        Map.of(
                                "username",
                                name,
                                "email",
                                name + "@northwind.example",
                                "firstName",
                                "Sta",
                                "lastName",
                                "Ff",
                                "enabled",
                                true,
                                "credentials",
                                List.of(Map.of("type", "password", "value", name)))));
        return new StaffMember(realm, created.header("Location").replaceAll(".*/", ""), name);
    }

    /** The realm role that opens the staff area. */
    public StaffMember mayEnter() {
        Portal.ok(admin().post(mappings(), List.of(role())));
        return this;
    }

    public void mayNotEnter() {
        Portal.ok(admin().delete(mappings(), List.of(role())));
    }

    /** Roles of the realm's administration. */
    public StaffMember with(String... roles) {
        Management management = management(roles);
        Portal.ok(admin().post(management.mappings(), management.roles()));
        return this;
    }

    /** @param language a tag of one that the realm speaks */
    public StaffMember speaking(String language) {
        String path = root() + "/users/" + id;
        ObjectNode user = Portal.ok(admin().get(path)).json().deepCopy();
        user.set("attributes", Json.tree(Map.of("locale", List.of(language))));
        Portal.ok(admin().put(path, user));
        return this;
    }

    public void without(String... roles) {
        Management management = management(roles);
        Portal.ok(admin().delete(management.mappings(), management.roles()));
    }

    private record Management(String mappings, List<JsonNode> roles) {}

    private Management management(String... roles) {
        String client = Portal.ok(admin().get(root() + "/clients?clientId=realm-management"))
                .json()
                .path(0)
                .path("id")
                .asText();
        List<JsonNode> found = Arrays.stream(roles)
                .map(role -> Portal.ok(admin().get(root() + "/clients/" + client + "/roles/" + role))
                        .json())
                .toList();
        return new Management(root() + "/users/" + id + "/role-mappings/clients/" + client, found);
    }

    /** The running sessions at Keycloak. */
    public List<JsonNode> sessions() {
        return Facts.list(
                Portal.ok(admin().get(root() + "/users/" + id + "/sessions")).json());
    }

    /** As the console's button does. */
    public void endSessions() {
        Portal.ok(admin().post(root() + "/users/" + id + "/logout"));
    }

    private String mappings() {
        return root() + "/users/" + id + "/role-mappings/realm";
    }

    private JsonNode role() {
        return Portal.ok(admin().get(root() + "/roles/portal-staff")).json();
    }

    private String root() {
        return "/admin/realms/" + realm;
    }

    private static Api admin() {
        return Portal.administrator();
    }
}
