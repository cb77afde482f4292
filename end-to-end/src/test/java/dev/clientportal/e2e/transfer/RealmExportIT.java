package dev.clientportal.e2e.transfer;

import static dev.clientportal.e2e.transfer.PortalFiles.export;
import static dev.clientportal.e2e.transfer.PortalFiles.imported;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Json;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.OidcLogin;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.TestFirm;
import dev.clientportal.e2e.Tokens;
import dev.clientportal.e2e.Visitor;
import dev.clientportal.stack.LocalStack;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A realm moves as a whole: Keycloak's own export of it, and the portal's. On a server of its own, which stands still while
 * Keycloak's command has the database.
 */
class RealmExportIT {
    private static final Pattern ID = Pattern.compile("\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"");

    @RegisterExtension
    static final OwnStack STACK = OwnStack.toBreak();

    @Test
    void contactsOfAMovedRealmLogInWithTheirStateAndRights() throws Exception {
        Portal.open();
        TestFirm source = new TestFirm("northwind");
        Contact accepted = Portal.addContact("birch-bakery", "moved." + UUID.randomUUID() + "@client.example");
        Contact blocked = Portal.addContact("birch-bakery", "shut." + UUID.randomUUID() + "@client.example");
        Visitor.invited(accepted);
        Portal.ok(Portal.mia().put(accepted.path() + "/rights", Map.of("rights", List.of("VIEW_TASKS"))));
        Portal.ok(Portal.mia().post(blocked.path() + "/block"));
        String file = export(source);
        TestFirm target = keycloaksCopy();
        try {
            JsonNode report = imported(target, withDomain(file, "moved.northwind.example"));

            assertThat(report.path("skipped")).isEmpty();
            assertThat(export(target)).isEqualTo(withDomain(file, "moved.northwind.example"));
            Http browser = new Http();
            OidcLogin login = new OidcLogin(browser, target.realm(), "portal-demo", null);
            Tokens tokens = Tokens.of(login.tokens(comeIn(browser, login, accepted)), "portal-demo");
            assertThat(tokens.companies()).containsExactly("birch-bakery");
            assertThat(tokens.claims().path("client_portal").path("rights"))
                    .isEqualTo(Json.tree(List.of("view_tasks")));
            assertThat(Facts.list(Portal.ok(
                                    Portal.administrator().get(target.admin() + "/contacts?search=" + blocked.email()))
                            .json()
                            .path("items")))
                    .singleElement()
                    .satisfies(contact -> {
                        assertThat(contact.path("state").asText()).isEqualTo("BLOCKED");
                        assertThat(contact.path("userId").asText()).isNotEqualTo(blocked.id());
                    });
        } finally {
            target.remove();
        }
    }

    private static Answer comeIn(Http browser, OidcLogin login, Contact contact) {
        Visitor visitor = new Visitor(browser);
        Mailbox mailbox = Mailbox.of(contact.email());
        visitor.ask(login.begin(), contact.email());
        return visitor.press(visitor.open(Mailbox.link(mailbox.next())));
    }

    /** The realm as Keycloak's own command exports it, under other ids and another name, taken in by its admin REST. */
    private static TestFirm keycloaksCopy() throws IOException, InterruptedException {
        String realm = "moved-" + UUID.randomUUID();
        Map<String, String> ids = new HashMap<>();
        String copied = ID.matcher(exported())
                .replaceAll(id -> ids.computeIfAbsent(
                        id.group(), old -> '"' + UUID.randomUUID().toString() + '"'));
        ObjectNode copy = (ObjectNode) Json.parse(copied.replace("/realms/northwind/", "/realms/" + realm + "/"));
        copy.put("realm", realm);
        Portal.ok(Portal.administrator().post("/admin/realms", copy));
        return new TestFirm(realm);
    }

    private static String exported() throws IOException, InterruptedException {
        LocalStack stack = STACK.local();
        Path file = stack.dataDir().resolve("northwind-export.json");
        Path log = stack.dataDir().resolve("northwind-export.log");
        Path command = stack.dataDir().resolve("server").resolve("bin").resolve("kc.sh");
        var export = new ProcessBuilder(
                        "bash", command.toString(), "export", "--optimized", "--realm=northwind", "--file=" + file)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        export.environment().keySet().removeIf(name -> name.startsWith("KC_"));
        export.environment()
                .put("KC_DB_URL", "jdbc:h2:file:" + stack.dataDir().resolve("h2/keycloak") + ";NON_KEYWORDS=VALUE");
        // The command opens the management port at its end, and fails when another server of this machine has it.
        export.environment().put("KC_HTTP_MANAGEMENT_HOST", "127.0.0.1");
        export.environment().put("KC_HTTP_MANAGEMENT_PORT", freePort());
        stack.stopKeycloak();
        int status = export.start().waitFor();
        stack.restart();
        assertThat(status).as(log.toString()).isZero();
        return Files.readString(file);
    }

    private static String freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    /** Both realms are on one server here, and a domain belongs to one firm. */
    private static String withDomain(String file, String domain) {
        String there = Json.parse(file).path("firm").path("domain").asText();
        return file.replace("\"domain\":\"" + there + "\"", "\"domain\":\"" + domain + "\"");
    }
}
