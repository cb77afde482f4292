package dev.clientportal.e2e.company;

import static dev.clientportal.e2e.Portal.ok;
import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Statements;
import dev.clientportal.e2e.Tokens;
import dev.clientportal.e2e.Visitor;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What contacts can ask and say about themselves. */
@ExtendWith(Stack.class)
@Tag("C1")
class MeIT {
    private static final String ME = "/realms/northwind/client-portal/me";

    private PortalApp app;

    @BeforeEach
    void openPortal() {
        Portal.open();
        app = PortalApp.ofThePortal();
    }

    @AfterEach
    void removeTheApp() {
        app.close();
    }

    @Test
    @Tag("C3")
    void onlyOpenCompaniesAreListedAndAClosedOneIsGoneAtOnce() {
        String company = Portal.newCompany();
        Contact contact = Portal.addContactTo(company, "me." + System.nanoTime() + "@client.example");
        Contact inCedar = Portal.addContact("cedar-cycles", contact.email());
        ok(Portal.mia().post(inCedar.path() + "/disable"));
        Portal.addContact("birch-bakery", contact.email());
        Visitor visitor = Visitor.invited(contact);
        app.tokens(visitor.browser(), Map.of());
        Tokens tokens = app.tokens(visitor.browser(), Map.of("company", "birch-bakery"));

        List<JsonNode> open = companies(tokens);
        assertThat(open).extracting(item -> item.path("name").asText()).contains("Birch Bakery OÜ");
        assertThat(open)
                .extracting(item -> item.path("id").asText())
                .containsExactlyInAnyOrder(company, Portal.company("birch-bakery"));
        assertThat(open)
                .filteredOn(item -> item.path("id").asText().equals(company))
                .allMatch(item -> item.path("lastUsedAt").isNumber());

        ok(Portal.mia().post(Portal.ADMIN + "/companies/" + company + "/deactivate"));
        assertThat(companies(tokens))
                .extracting(item -> item.path("id").asText())
                .containsExactly(Portal.company("birch-bakery"));
    }

    @Test
    void logoIsTheHttpsAddressOfTheOrganization() {
        String company = Portal.newCompany();
        Contact contact = Portal.addContactTo(company, "me." + System.nanoTime() + "@client.example");
        Tokens tokens = app.tokens(Visitor.invited(contact).browser(), Map.of());

        for (var logo : List.of("https://cdn.example/l.svg", "javascript:alert(1)")) {
            String path = "/admin/realms/northwind/organizations/" + company;
            ObjectNode organization = ok(Portal.mia().get(path)).json().deepCopy();
            organization.putObject("attributes").putArray("logo").add(logo);
            ok(Portal.mia().put(path, organization));

            assertThat(companies(tokens).get(0).path("logo").asText("none"))
                    .isEqualTo(logo.startsWith("https") ? logo : "none");
        }
    }

    @Test
    void listTakesOneStatementBesideLookingUpTheCaller() {
        Contact contact = Portal.newContact("birch-bakery");
        Portal.addContact("cedar-cycles", contact.email());
        Tokens tokens = app.tokens(Visitor.invited(contact).browser(), Map.of());

        List<String> statements = Statements.of(() -> companies(tokens));

        assertThat(statements).hasSizeLessThanOrEqualTo(4);
        assertThat(statements)
                .filteredOn(statement -> statement.contains("CP_"))
                .hasSize(1);
    }

    @Test
    void tokensOfOthersAreRefused() {
        assertProblem(Api.anonymous().get(ME + "/companies"), 401, "not-authenticated");
        assertProblem(Api.bearer("no.such.token").get(ME + "/companies"), 401, "not-authenticated");
        try (PortalApp other = PortalApp.ofSomebodyElse()) {
            Tokens tokens = other.tokens(
                    Visitor.invited(Portal.newContact("birch-bakery")).browser(), Map.of());
            assertProblem(Api.bearer(tokens.access()).get(ME + "/companies"), 403, "forbidden");
        }
    }

    @Test
    void pageOfThisServerMayListWithTheBrowsersLoginButNotWrite() {
        Contact contact = Portal.newContact("birch-bakery");
        Http browser = Visitor.invited(contact).browser();
        String me = Stack.local().baseUrl() + ME;

        Answer listed = browser.send(HttpRequest.newBuilder(URI.create(me + "/companies"))
                .header("Origin", "http://127.0.0.1:1")
                .GET());

        assertThat(Facts.list(listed.json().path("items"))).hasSize(1);
        assertThat(listed.header("Cache-Control")).isEqualTo("no-store");
        assertThat(listed.header("Access-Control-Allow-Origin"))
                .as("pages of others cannot read it")
                .isEmpty();
        assertProblem(browser.postForm(me + "/welcome", Map.of()), 401, "not-authenticated");
        ok(Portal.mia().post(contact.path() + "/block"));
        assertProblem(browser.get(me + "/companies"), 401, "not-authenticated");
    }

    @Test
    @Tag("E1")
    @Tag("B12")
    void welcomeIsDueForTheInvitedUntilItWasHadAndNeverForTheSilent() {
        Contact invited = Portal.newContact("birch-bakery");
        Visitor visitor = Visitor.invited(invited);
        Tokens tokens = app.tokens(visitor.browser(), Map.of());
        assertThat(welcome(tokens)).isTrue();

        ok(Api.bearer(tokens.access()).post(ME + "/welcome"));

        assertThat(welcome(tokens.refreshed())).isFalse();
        assertThat(welcome(app.tokens(visitor.browser(), Map.of()))).isFalse();
    }

    @Test
    @Tag("B18")
    void withheldRightIsNotInTheToken() {
        Contact contact = Portal.newContact("birch-bakery");
        Tokens tokens = app.tokens(Visitor.invited(contact).browser(), Map.of());
        assertThat(rights(tokens)).containsExactly("send_messages", "sign_documents", "upload_files", "view_tasks");

        ok(Portal.mia()
                .put(
                        contact.path() + "/rights",
                        Map.of("rights", List.of("VIEW_TASKS", "SEND_MESSAGES", "SIGN_DOCUMENTS"))));

        assertThat(rights(tokens.refreshed())).containsExactly("send_messages", "sign_documents", "view_tasks");
    }

    @Test
    void scriptsOfTheClientsOwnOriginMayAsk() {
        Tokens tokens =
                app.tokens(Visitor.invited(Portal.newContact("birch-bakery")).browser(), Map.of());
        Api api = Api.bearer(tokens.access());

        var allowed = api.send(api.request(ME + "/companies")
                .header("Origin", "http://127.0.0.1:1")
                .GET());
        var preflight = Api.anonymous()
                .send(api.request(ME + "/companies")
                        .header("Origin", "http://127.0.0.1:1")
                        .header("Access-Control-Request-Method", "GET")
                        .method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo("http://127.0.0.1:1");
        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("GET");
    }

    private static List<JsonNode> companies(Tokens tokens) {
        return Facts.list(
                ok(Api.bearer(tokens.access()).get(ME + "/companies")).json().path("items"));
    }

    private static boolean welcome(Tokens tokens) {
        return tokens.claims().path("client_portal").path("welcome").asBoolean();
    }

    private static List<String> rights(Tokens tokens) {
        return Facts.list(tokens.claims().path("client_portal").path("rights")).stream()
                .map(JsonNode::asText)
                .toList();
    }
}
