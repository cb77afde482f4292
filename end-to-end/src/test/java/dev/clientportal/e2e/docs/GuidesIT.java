package dev.clientportal.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Json;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Stack;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every command in the guides does what it says, in a shell with curl and jq. */
@ExtendWith({Stack.class, LandsInPortal.class})
class GuidesIT {
    private static final String SECRET = "client_secret=…";
    private static final String DEMO_SECRET = "client_secret=portal-automation";

    /** Of a client that the demo realm has. */
    private static final String PAGE = "http://127.0.0.1:1/tasks/17";

    @TempDir
    Path directory;

    private ObjectNode firm;
    private Contact contact;

    @BeforeEach
    void openPortal() {
        Portal.open();
        firm = Portal.ok(Portal.mia().get(Portal.ADMIN + "/firm")).json().deepCopy();
        contact = Portal.addContactTo(Portal.newCompany(), "reader." + UUID.randomUUID() + "@client.example");
    }

    @AfterEach
    void putTheFirmBack() {
        Portal.ok(Portal.mia().put(Portal.ADMIN + "/firm/texts/reminder", Map.of()));
        Portal.ok(Portal.mia().delete(Portal.ADMIN + "/firm/logo"));
        firm.remove("version");
        Portal.ok(Portal.mia().put(Portal.ADMIN + "/firm", firm));
    }

    @Test
    void adminsGuide() throws Exception {
        ImageIO.write(
                new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB),
                "png",
                directory.resolve("logo.png").toFile());
        String newcomer = "anna." + UUID.randomUUID() + "@birch.example";
        Mailbox mailbox = Mailbox.of(newcomer);

        Guide.named("admin")
                .with("https://id.example.com", Stack.local().baseUrl())
                .with(SECRET, DEMO_SECRET)
                .with("anna.tamm@birch.example", newcomer)
                .with("\"…\", \"…\"", "\"%s\", \"%s\"".formatted(Portal.newCompany(), Portal.newCompany()))
                .with("\"companyId\": \"…\"", "\"companyId\": \"%s\"".formatted(contact.companyId()))
                .with("\"userId\": \"…\"", "\"userId\": \"%s\"".formatted(contact.id()))
                .run(
                        directory,
                        Map.of(
                                "COMPANY",
                                contact.companyId(),
                                "CONTACT",
                                Stack.local().baseUrl() + contact.path()));

        assertThat(Mailbox.link(mailbox.next())).isNotEmpty();
        assertThat(Files.readString(directory.resolve("evidence.csv"))).contains(contact.email());
        JsonNode firmNow = Portal.ok(Portal.mia().get(Portal.ADMIN + "/firm")).json();
        assertThat(firmNow.path("help").asText()).isEqualTo("Mia Meri, +372 555 0100");
        JsonNode kept = Portal.ok(Portal.mia().get(contact.path() + "/record")).json();
        assertThat(kept.path("lastName").asText()).as("accepted").isEqualTo("Tact");
        assertThat(kept.path("firstName").asText()).as("ignored").isEqualTo("Anna");
        assertThat(kept.has("phone")).as("accepted").isFalse();
    }

    @Test
    void automationGuide() throws Exception {
        Mailbox mailbox = Mailbox.of(contact.email());

        Guide.named("automation")
                .with(SECRET, DEMO_SECRET)
                .with("https://portal.northwind.example/tasks/17", PAGE)
                .run(
                        directory,
                        Map.of(
                                "KEYCLOAK",
                                Stack.local().baseUrl(),
                                "COMPANY",
                                contact.companyId(),
                                "USER",
                                contact.id(),
                                "CONNECTORS",
                                Stack.local().connectorsUrl(),
                                "SECRET",
                                "portal-automation"));

        assertThat(mailbox.next().text()).contains("Sign the annual report", "We need your signature by Friday.");
        assertThat(PortalApi.automation()
                        .get("/projects?externalId=order-4711")
                        .json()
                        .path("items"))
                .hasSize(1);
        Answer words = Portal.ok(Portal.mia().get(Portal.ADMIN + "/firm/texts/reminder"));
        assertThat(words.json().path("subject").asText()).isEqualTo("{{firm}}: please do not forget {{title}}");
    }

    @Test
    void importGuide() throws Exception {
        String printed = Guide.named("import")
                .with("https://connectors.example.com", Stack.local().connectorsUrl())
                .with("portal-automation:…", "portal-automation:portal-automation")
                .run(directory, Map.of());

        assertThat(printed).contains("\"planned\"", "\"done\"");
        assertThat(PortalApi.automation()
                        .get("/projects?externalId=P-2026-001")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(Files.readAllLines(directory.resolve("errors.csv")))
                .as("nothing but the header")
                .hasSize(1);
    }

    @Test
    void operatorsGuide() throws IOException, InterruptedException {
        String printed = Guide.named("operator")
                .run(
                        directory,
                        Map.of(
                                "KEYCLOAK",
                                Stack.local().baseUrl(),
                                "REALM",
                                "northwind",
                                "NEW_REALM",
                                "northwind",
                                "TOKEN",
                                Portal.mia().freshToken()));

        JsonNode report = Json.parse(printed);
        assertThat(report.path("skipped")).isEmpty();
        assertThat(report.path("contacts").path("unchanged").asInt()).isPositive();
        assertThat(report.path("contacts").path("changed").asInt()).isZero();
        assertThat(Json.parse(Files.readString(directory.resolve("part.json"))).path("contacts"))
                .isEmpty();
    }
}
