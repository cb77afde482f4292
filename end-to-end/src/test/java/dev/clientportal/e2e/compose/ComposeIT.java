package dev.clientportal.e2e.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The system in containers: the invitation that the demo asks for, a login, and a project that another system sends, each
 * into the portal. Skipped, with the reason, where there is no container engine.
 */
class ComposeIT {
    private static final int MOST_REDIRECTS = 15;
    private static final int SUPERSEDED = 410;

    private static ComposeStack stack;

    /** Not before all: Maven tells the reason of a skipped test, and nothing of a skipped class. */
    @BeforeEach
    void startOnce() {
        if (stack == null) stack = ComposeStack.start();
    }

    @AfterAll
    static void stop() {
        if (stack != null) stack.close();
    }

    @Test
    @Tag("B8")
    @Tag("D4")
    void contactsComeIntoThePortalByInvitationByLoginAndByWebhook() {
        Http phone = new Http();
        Answer welcome = enter(phone, "emma.jones@birch.example");
        assertThat(welcome.uri().toString()).as("%s", welcome).startsWith(stack.portalUrl());
        assertThat(welcome.status()).isEqualTo(200);
        assertThat(welcome.body()).contains("Northwind Accounting", "Emma");

        Http desktop = new Http();
        Answer addressPage = follow(desktop, desktop.get(stack.portalUrl()));
        assertThat(addressPage.uri().toString()).startsWith(stack.realmUrl());
        follow(desktop, desktop.submit(addressPage, "#client-portal-ask", Map.of("email", "karl.weber@cedar.example")));
        Answer home = enter(desktop, "karl.weber@cedar.example");
        assertThat(home.uri().toString()).as("%s", home).startsWith(stack.portalUrl() + "c/cedar-cycles/");
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.body()).contains("Karl");

        await("what the demo does last").atMost(Duration.ofMinutes(2)).until(() -> new Http()
                .send(asAutomation("/templates"))
                .json()
                .path("items")
                .has(0));
        Answer project = new Http().send(newProject("liis.lind@fjord.example"));
        assertThat(project.status()).as("%s", project).isEqualTo(201);
        assertThat(project.json().at("/project/url").asText()).startsWith(stack.portalUrl() + "c/");
        Answer invited = enter(new Http(), "liis.lind@fjord.example");
        assertThat(invited.status()).as("%s", invited).isEqualTo(200);
        assertThat(invited.uri().toString()).startsWith(stack.portalUrl());
    }

    /** An option of run time, which an optimized Keycloak has to take, and the origin that the connectors let in. */
    @Test
    @Tag("D1")
    void consoleIsToldWhereTheConnectorsAreAndMayCallThem() {
        Http staff = new Http();
        String token = staff.postForm(
                        stack.realmUrl() + "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                "mia",
                                "password",
                                "mia"))
                .json()
                .path("access_token")
                .asText();
        URI console = URI.create(stack.realmUrl());
        String told = staff.send(
                        HttpRequest.newBuilder(console.resolve("/admin/realms/northwind/client-portal/connectors"))
                                .header("Authorization", "Bearer " + token))
                .json()
                .path("url")
                .asText();
        assertThat(stack.connectorsUrl()).isEqualTo(told + "/v1/northwind");

        String origin = "http://localhost:" + console.getPort();
        Answer asked = staff.send(HttpRequest.newBuilder(URI.create(stack.connectorsUrl() + "/imports"))
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo(origin);
    }

    /** As another system sends it, for a company and a contact that nobody knows yet. */
    private HttpRequest.Builder newProject(String email) {
        return asAutomation("/projects")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"externalId": "annual-report", "name": "Annual report",
                         "company": {"externalId": "fjord-foods", "name": "Fjord Foods"},
                         "contacts": [{"email": "%s", "firstName": "Liis", "lastName": "Lind"}],
                         "tasks": [{"title": "Send the bank statements", "kind": "UPLOAD"}]}
                        """.formatted(email)));
    }

    private HttpRequest.Builder asAutomation(String path) {
        byte[] credentials = ("portal-automation:" + stack.secret("automation")).getBytes(StandardCharsets.US_ASCII);
        return HttpRequest.newBuilder(URI.create(stack.connectorsUrl() + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /** By the newest link that was mailed; the demo may still be mailing another, which takes the place of this one. */
    private Answer enter(Http browser, String address) {
        return await("a link for " + address)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> press(browser, stack.link(address)), answer -> answer.status() != SUPERSEDED);
    }

    private Answer press(Http browser, String link) {
        assertThat(link).startsWith(stack.realmUrl() + "/");
        Answer page = browser.get(link);
        if (page.status() == SUPERSEDED) return page;
        return follow(browser, browser.submit(page, "#client-portal-open", Map.of()));
    }

    /** Between Keycloak and the portal and back, as a browser does. */
    private static Answer follow(Http browser, Answer first) {
        Answer answer = first;
        for (int i = 0; i < MOST_REDIRECTS && answer.status() / 100 == 3; i++) {
            URI next = answer.location();
            answer = browser.get(next.toString());
        }
        return answer;
    }
}
