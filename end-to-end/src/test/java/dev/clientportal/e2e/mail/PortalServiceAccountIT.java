package dev.clientportal.e2e.mail;

import static dev.clientportal.e2e.Portal.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Json;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The service account of the demo realm's portal client: what it needs to mail contacts, and no more. Only the application
 * has the client's key, so a copy of the client is asked, with a secret and with all else as it is in the realm file.
 */
@ExtendWith(Stack.class)
@Tag("B14")
class PortalServiceAccountIT {
    private static final String REALM = "/admin/realms/northwind";
    private static final String SECRET = "copy";

    private final Api administrator = Portal.administrator();
    private final String clientId = "portal-copy-" + UUID.randomUUID();

    private String copy;
    private String roles;
    private JsonNode granted;
    private Api portal;
    private Contact contact;

    @BeforeEach
    void copyThePortal() {
        Portal.open();
        contact = Portal.addContactTo(Portal.newCompany(), "service." + UUID.randomUUID() + "@client.example");
        ObjectNode client = get("/clients?clientId=portal").get(0).deepCopy();
        String original = client.path("id").asText();
        client.remove("id");
        client.path("protocolMappers").forEach(mapper -> ((ObjectNode) mapper).remove("id"));
        client.put("clientId", clientId)
                .put("clientAuthenticatorType", "client-secret")
                .put("secret", SECRET);
        copy = ok(administrator.post(REALM + "/clients", client))
                .header("Location")
                .replaceAll(".*/", "");
        String management =
                get("/clients?clientId=realm-management").get(0).path("id").asText();
        roles = "/role-mappings/clients/" + management;
        granted = get("/users/" + account(original) + roles);
        ok(administrator.post(REALM + "/users/" + account(copy) + roles, granted));
        String scope = "/scope-mappings/clients/" + management;
        JsonNode scoped = get("/clients/" + original + scope);
        ok(administrator.post(REALM + "/clients/" + copy + scope, scoped));
        portal = Api.client("northwind", clientId, SECRET);
    }

    @AfterEach
    void removeTheCopy() {
        ok(administrator.delete(REALM + "/clients/" + copy));
    }

    @Test
    void findsWhoHasAccessAndMailsThem() {
        Answer contacts = ok(portal.get(contacts()));

        assertThat(contacts.json().path("items").findValuesAsText("userId")).containsExactly(contact.id());
        assertThat(mail().status()).isEqualTo(202);
        assertThat(Mailbox.of(contact.email()).next().text()).contains("Annual report");
    }

    @Test
    void needsEachOfItsRolesAndHasNoOther() {
        assertThat(granted.findValuesAsText("name"))
                .containsExactlyInAnyOrder("view-organizations", "view-users", "client-portal-send-mail");
        for (JsonNode role : granted) {
            List<Map<String, String>> one = List.of(Map.of(
                    "id", role.path("id").asText(), "name", role.path("name").asText()));
            String mappings = REALM + "/users/" + account(copy) + roles;
            ok(administrator.send(administrator
                    .request(mappings)
                    .header("Content-Type", "application/json")
                    .method("DELETE", BodyPublishers.ofString(Json.tree(one).toString()))));

            assertThat(List.of(portal.get(contacts()).status(), mail().status()))
                    .as(role.path("name").asText())
                    .contains(403);

            ok(administrator.post(mappings, one));
        }
        assertThat(portal.get(REALM + "/client-portal/firm").status()).isEqualTo(403);
        assertThat(portal.get(REALM + "/clients").status()).isEqualTo(403);
        assertThat(portal.post(contact.path() + "/block").status()).isEqualTo(403);
        assertThat(portal.post(contact.path() + "/invitations").status()).isEqualTo(403);
    }

    private Answer mail() {
        return Notice.task("Annual report").to(contact, portal);
    }

    private String contacts() {
        return Portal.ADMIN + "/companies/" + contact.companyId() + "/contacts?state=enabled&max=100";
    }

    private String account(String client) {
        return get("/clients/" + client + "/service-account-user").path("id").asText();
    }

    private JsonNode get(String path) {
        return ok(administrator.get(REALM + path)).json();
    }
}
