package dev.clientportal.e2e.portal;

import static dev.clientportal.e2e.Portal.ok;

import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.PortalApi;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A machine caller of the demo realm with just these roles; closing removes its client. */
record Machine(String realm, String clientId, String id) implements AutoCloseable {
    private static final String SECRET = "secret";

    /** @param roles by the client that they belong to */
    static Machine with(String realm, Map<String, List<String>> roles) {
        String clients = "/admin/realms/" + realm + "/clients";
        String clientId = "machine-" + UUID.randomUUID();
        String id = ok(Portal.administrator()
                        .post(
                                clients,
                                Map.of(
                                        "clientId",
                                        clientId,
                                        "secret",
                                        SECRET,
                                        "serviceAccountsEnabled",
                                        true,
                                        "standardFlowEnabled",
                                        false)))
                .header("Location")
                .replaceAll(".*/", "");
        Machine machine = new Machine(realm, clientId, id);
        String user = ok(Portal.administrator().get(clients + "/" + id + "/service-account-user"))
                .json()
                .path("id")
                .asText();
        roles.forEach((client, names) -> {
            String owner = ok(Portal.administrator().get(clients + "?clientId=" + client))
                    .json()
                    .path(0)
                    .path("id")
                    .asText();
            List<?> wanted =
                    Facts.list(ok(Portal.administrator().get(clients + "/" + owner + "/roles"))
                                    .json())
                            .stream()
                            .filter(role -> names.contains(role.path("name").asText()))
                            .toList();
            ok(Portal.administrator()
                    .post("/admin/realms/" + realm + "/users/" + user + "/role-mappings/clients/" + owner, wanted));
        });
        return machine;
    }

    /** Of the demo realm. */
    static Machine with(Map<String, List<String>> roles) {
        return with("northwind", roles);
    }

    Api login() {
        return Api.client(realm, clientId, SECRET);
    }

    PortalApi api() {
        return PortalApi.as(login());
    }

    @Override
    public void close() {
        ok(Portal.administrator().delete("/admin/realms/" + realm + "/clients/" + id));
    }
}
