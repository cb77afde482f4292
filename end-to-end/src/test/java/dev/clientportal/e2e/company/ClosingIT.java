package dev.clientportal.e2e.company;

import static dev.clientportal.e2e.Portal.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.ProblemAssert;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Tokens;
import dev.clientportal.e2e.Visitor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What ends when a door is closed, and what goes on. */
@ExtendWith(Stack.class)
@Tag("C4")
@Tag("S11")
class ClosingIT {
    private PortalApp app;
    private PortalApp second;
    private String company;

    @BeforeEach
    void openPortal() {
        Portal.open();
        company = Portal.newCompany();
        app = PortalApp.ofThePortal();
        second = PortalApp.ofThePortal();
    }

    @AfterEach
    void reopenPortal() {
        Portal.open();
        app.close();
        second.close();
    }

    @Test
    @Tag("B3")
    @Tag("X5")
    void blockingEndsTheClientSessionsOfThatCompanyAndNoOthers() {
        Contact contact = contactOfTwo();
        Visitor visitor = Visitor.invited(contact);
        Tokens here = app.tokens(visitor.browser(), in(alias()));
        Tokens offline =
                app.tokens(visitor.browser(), Map.of("scope", in(alias()).get("scope") + " offline_access"));
        Tokens elsewhere = second.tokens(visitor.browser(), in("birch-bakery"));
        assertThat(clients(contact)).contains(app.clientId, second.clientId);

        ok(Portal.mia().post(contact.path() + "/block"));

        assertThat(clients(contact)).contains(second.clientId).doesNotContain(app.clientId);
        assertThat(here.tryRefresh().status()).isEqualTo(400);
        assertThat(offline.tryRefresh().status()).isEqualTo(400);
        assertThat(offlineSessions(contact)).isEmpty();
        assertThat(elsewhere.refreshed().companies()).containsExactly("birch-bakery");
    }

    @Test
    @Tag("B2")
    void twoTabsOfOneClientPartWhenOneOfTheirCompaniesIsClosed() {
        Contact contact = contactOfTwo();
        Visitor visitor = Visitor.invited(contact);
        Tokens here = app.tokens(visitor.browser(), in(alias()));
        Tokens elsewhere = app.tokens(visitor.browser(), in("birch-bakery"));

        ok(Portal.mia().post(contact.path() + "/disable"));

        assertThat(here.tryRefresh().json().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(elsewhere.refreshed().companies()).containsExactly("birch-bakery");
    }

    @Test
    @Tag("B2")
    void tabThatCameBackAfterItsDoorWasReopenedEndsWithTheNextClosing() {
        Contact contact = contactOfTwo();
        Visitor visitor = Visitor.invited(contact);
        Tokens here = app.tokens(visitor.browser(), in(alias()));
        app.tokens(visitor.browser(), in("birch-bakery"));
        ok(Portal.mia().post(contact.path() + "/disable"));
        ok(Portal.mia().post(contact.path() + "/enable"));
        here = here.refreshed();
        assertThat(clients(contact)).contains(app.clientId);

        Contact inBirch = new Contact(contact.id(), contact.email(), Portal.company("birch-bakery"));
        ok(Portal.mia().post(inBirch.path() + "/disable"));
        assertThat(here.refreshed().companies()).containsExactly(alias());
        Portal.addContact("cedar-cycles", contact.email());
        ok(Portal.mia().post(contact.path() + "/disable"));

        assertThat(clients(contact)).doesNotContain(app.clientId);
    }

    @Test
    @Tag("C3")
    void deactivatedCompanyAnswersAtOnceAndEndsItsSessionsWithProgress() {
        List<Contact> contacts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Contact contact = contactOfOne();
            contacts.add(contact);
            app.tokens(Visitor.invited(contact).browser(), Map.of());
        }
        Contact two = contactOfTwo();
        Visitor visitor = Visitor.invited(two);
        app.tokens(visitor.browser(), in(alias()));
        Tokens elsewhere = second.tokens(visitor.browser(), in("birch-bakery"));
        ProblemAssert.assertProblem(Portal.mia().get(path("/closing")), 404, "not-found");

        ok(Portal.mia().post(path("/deactivate")));

        JsonNode closing = finished(path("/closing"));
        assertThat(closing.path("contacts").asInt()).isEqualTo(4);
        assertThat(closing.path("done").asInt()).isEqualTo(4);
        contacts.forEach(contact -> assertThat(Facts.sessions(contact)).isEmpty());
        assertThat(clients(two)).contains(second.clientId).doesNotContain(app.clientId);
        assertThat(elsewhere.refreshed().companies()).containsExactly("birch-bakery");
    }

    @Test
    @Tag("A1")
    void deactivatedFirmEndsEverybodysSessions() {
        Contact contact = contactOfTwo();
        app.tokens(Visitor.invited(contact).browser(), in("birch-bakery"));

        ok(Portal.mia().post(Portal.ADMIN + "/firm/deactivate"));

        finished(Portal.ADMIN + "/firm/closing");
        assertThat(Facts.sessions(contact)).isEmpty();
    }

    @Test
    void backChannelLogoutReachesTheClientHoweverTheDoorIsClosed() throws IOException {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        HttpServer listener = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        listener.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        listener.start();
        String url = "http://127.0.0.1:" + listener.getAddress().getPort() + "/logout";
        try (PortalApp listening = PortalApp.ofThePortal(
                Map.of("backchannel.logout.url", url, "backchannel.logout.session.required", "true"))) {
            for (String how : List.of("block", "company", "block in one of two")) {
                Contact contact = how.contains("two") ? contactOfTwo() : contactOfOne();
                Tokens tokens = listening.tokens(Visitor.invited(contact).browser(), in(alias()));

                if (how.equals("company")) ok(Portal.mia().post(path("/deactivate")));
                else ok(Portal.mia().post(contact.path() + "/block"));

                String form = await().atMost(Duration.ofSeconds(5)).until(received::poll, Objects::nonNull);
                JsonNode token = Tokens.claims(form.replaceFirst(".*logout_token=", ""));
                assertThat(token.path("sid")).as(how).isEqualTo(tokens.claims().path("sid"));
                if (how.equals("company")) ok(Portal.mia().post(path("/activate")));
            }
        } finally {
            listener.stop(0);
        }
    }

    private static JsonNode finished(String path) {
        return await().atMost(Duration.ofSeconds(5))
                .until(() -> ok(Portal.mia().get(path)).json(), closing -> closing.path("finishedAt")
                        .isNumber());
    }

    private Contact contactOfOne() {
        return Portal.addContactTo(company, "closing." + System.nanoTime() + "@client.example");
    }

    private Contact contactOfTwo() {
        Contact contact = contactOfOne();
        Portal.addContact("birch-bakery", contact.email());
        return contact;
    }

    private String alias() {
        return ok(Portal.mia().get(path(""))).json().path("alias").asText();
    }

    private String path(String more) {
        return Portal.ADMIN + "/companies/" + company + more;
    }

    private static Map<String, String> in(String alias) {
        return Map.of("scope", "openid organization:" + alias);
    }

    /** The clients that the contact has a running client session in. */
    private static List<String> clients(Contact contact) {
        return Facts.sessions(contact).stream()
                .flatMap(session -> Facts.list(session.path("clients")).stream())
                .map(JsonNode::asText)
                .toList();
    }

    private List<JsonNode> offlineSessions(Contact contact) {
        return Facts.list(TestSupport.select(
                "SELECT * FROM OFFLINE_USER_SESSION WHERE OFFLINE_FLAG = '1' AND USER_ID = '" + contact.id() + "'"));
    }
}
