package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.clientportal.e2e.Portal.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A flow in which a password stands beside the link: staff come in with it, contacts with either. */
@InBrowser
class OtherMethodsIT {
    private static final String REALM = "/admin/realms/northwind";
    private static final String FLOWS = REALM + "/authentication/flows";

    private final Api admin = Portal.administrator();
    private final String name = "with password " + System.nanoTime();
    private final String client = "portal-" + System.nanoTime();
    private String flowId;
    private String clientId;
    private String staffId;
    private String strangerId;

    @BeforeEach
    void addAFlowWithBoth() {
        String alias = name.replace(" ", "%20");
        ok(admin.post(FLOWS + "/client%20portal/copy", Map.of("newName", name)));
        ok(admin.post(
                FLOWS + "/" + alias + "/executions/execution", Map.of("provider", "auth-username-password-form")));
        for (JsonNode step :
                Facts.list(ok(admin.get(FLOWS + "/" + alias + "/executions")).json())) {
            if (step.path("providerId").asText().equals("auth-username-password-form")) {
                ok(admin.put(
                        FLOWS + "/" + alias + "/executions", ((ObjectNode) step).put("requirement", "ALTERNATIVE")));
            }
        }
        flowId = Facts.list(ok(admin.get(FLOWS)).json()).stream()
                .filter(flow -> flow.path("alias").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        clientId = created(admin.post(
                REALM + "/clients",
                Map.of(
                        "clientId",
                        client,
                        "publicClient",
                        true,
                        "redirectUris",
                        List.of("http://127.0.0.1:*"),
                        "authenticationFlowBindingOverrides",
                        Map.of("browser", flowId),
                        "protocolMappers",
                        List.of(Map.of(
                                "name",
                                "active company",
                                "protocol",
                                "openid-connect",
                                "protocolMapper",
                                "client-portal-company-mapper",
                                "config",
                                Map.of("exempt.role", client))))));
        ok(admin.post(REALM + "/roles", Map.of("name", client)));
        staffId = user("staff");
        strangerId = user("stranger");
        ok(admin.post(
                REALM + "/users/" + staffId + "/role-mappings/realm",
                List.of(ok(admin.get(REALM + "/roles/" + client)).json())));
    }

    @AfterEach
    void removeThem() {
        ok(admin.delete(REALM + "/users/" + staffId));
        ok(admin.delete(REALM + "/users/" + strangerId));
        ok(admin.delete(REALM + "/clients/" + clientId));
        ok(admin.delete(REALM + "/roles/" + client));
        ok(admin.delete(FLOWS + "/" + flowId));
    }

    @Test
    void staffComeInByPasswordWhereContactsComeInByLink() {
        try (DemoApp app = new DemoApp(client);
                Person person = Person.atDesktop()) {
            choosePassword(app, person, true);

            logIn(person.page(), "staff");

            assertThat(person.page().locator("h1")).hasText("Signed in as staff-" + client + "@northwind.example");
        }
    }

    @Test
    @Tag("A9")
    @Tag("S11")
    void passwordOfSomebodyWhoIsNoContactOpensNothing() {
        try (DemoApp app = new DemoApp(client);
                Person person = Person.atDesktop()) {
            choosePassword(app, person, false);

            logIn(person.page(), "stranger");

            assertThat(person.page().locator("h1")).hasText("This portal isn’t open for you");
            Pictures.take(person.page(), "door-not-a-contact");
            assertThat(app.logins()).isEmpty();
        }
    }

    @Test
    void contactsStillComeInByLinkAndCode() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp(client);
                Person person = Person.atDesktop()) {
            AddressPage.of(person.page(), app.loginUrl()).ask(contact.email()).type(Mailbox.code(mailbox.next()));

            Signed.in(person.page(), contact);
        }
    }

    private static void choosePassword(DemoApp app, Person person, boolean pictures) {
        AddressPage.of(person.page(), app.loginUrl());
        person.page().click("#try-another-way");
        assertThat(person.page().locator("#kc-select-credential-form")).containsText("Link by e-mail");
        if (pictures) Pictures.take(person.page(), "another-way");
        person.page()
                .locator(
                        "#kc-select-credential-form button",
                        new Page.LocatorOptions().setHasText("Username and password"))
                .click();
        person.page().waitForSelector("#username");
    }

    private void logIn(Page page, String who) {
        page.fill("#username", who + "-" + client);
        page.fill("#password", "a long password");
        page.click("[type=submit]");
    }

    private String user(String who) {
        return created(admin.post(
                REALM + "/users",
                Map.of(
                        "username",
                        who + "-" + client,
                        "email",
                        who + "-" + client + "@northwind.example",
                        "firstName",
                        who,
                        "lastName",
                        "Person",
                        "enabled",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", "a long password")))));
    }

    private static String created(Answer answer) {
        return ok(answer).header("Location").replaceAll(".*/", "");
    }
}
