package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SameSiteAttribute;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Balancer;
import dev.clientportal.e2e.Browser;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Stack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A firm's own domain, which leads to the portal application through a proxy that speaks HTTPS. */
@InBrowser
@ExtendWith(LandsInPortal.class)
class OwnDomainIT {
    private static final String DOMAIN = "portal.northwind.example";
    private static final String PORTAL = "https://" + DOMAIN;
    private static final String HOME = PORTAL + "/c/birch-bakery/";

    @Test
    @Tag("B8")
    @Tag("C4")
    @Tag("S12")
    @Tag("S13")
    void portalAtTheFirmsOwnDomainWorksFromTheInvitationToTheSignOut() {
        Contact contact = Portal.newContact("birch-bakery");
        try (Balancer proxy = Balancer.overTls(DOMAIN);
                RootUrls clients = RootUrls.become(PORTAL);
                Browser chromium = Browser.start("--host-resolver-rules=MAP " + DOMAIN + " 127.0.0.1:" + proxy.port());
                BrowserContext window = chromium.window(new NewContextOptions()
                        .setIgnoreHTTPSErrors(true)
                        .setViewportSize(1280, 900)
                        .setLocale("en"))) {
            proxy.to(Stack.local().portalUrl());
            Page page = window.newPage();
            page.navigate(PORTAL + "/");
            new AddressPage(page);
            assertOwnCookie(window, "__Host-portal-login-");

            LinkPage.of(page, Links.invitation(contact)).press();
            page.waitForURL(HOME + "welcome**");
            page.click("main .cp-button-primary");
            page.waitForURL(HOME);

            assertThat(page.locator("h1")).hasText("Hello, Con Tact");
            assertThat(page.locator(".app-company")).hasText("Birch Bakery OÜ");
            assertOwnCookie(window, "__Host-portal");
            assertThat(page.reload().headerValue("strict-transport-security")).isEqualTo("max-age=31536000");
            InPortal.looks(page, "own-domain");

            Mailbox mailbox = Mailbox.of(contact.email());
            String project = newProject(contact);
            String link = Mailbox.link(mailbox.next());
            assertThat(link).startsWith(HOME + "tasks/");
            page.navigate(link);
            assertThat(page.locator("h1")).hasText("Over HTTPS");
            page.navigate(HOME + "projects/" + project);
            assertThat(page.locator("h1")).hasText("At the firm's domain");

            // By a form, which the application takes from the portal's own pages alone.
            InPortal.speak(page, "de");
            InPortal.speak(page, "en");
            page.click("details.app-menu > summary");
            page.click("text=Sign out");
            page.waitForURL(PORTAL + "/signed-out**");
            assertThat(window.cookies(PORTAL + "/")).noneMatch(cookie -> cookie.name.equals("__Host-portal"));
        }
    }

    /** For the whole host and for no other, over HTTPS alone, and nothing that scripts or other sites' forms may use. */
    private static void assertOwnCookie(BrowserContext window, String name) {
        assertThat(window.cookies(PORTAL + "/"))
                .filteredOn(cookie -> cookie.name.startsWith(name))
                .isNotEmpty()
                .allSatisfy(cookie -> {
                    assertThat(cookie.domain).isEqualTo(DOMAIN);
                    assertThat(cookie.path).isEqualTo("/");
                    assertThat(cookie.secure).isTrue();
                    assertThat(cookie.httpOnly).isTrue();
                    assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
                });
    }

    /** Made by a machine that speaks to that host; returns its id. */
    private static String newProject(Contact contact) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(Stack.local().portalUrl() + "/api/v1/projects"))
                // A connection of HTTP/2 is for one host.
                .version(HttpClient.Version.HTTP_1_1)
                .header("Host", DOMAIN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"company":"%s","name":"At the firm's domain","contacts":["%s"],"tasks":[{"title":"Over HTTPS"}]}
                        """.formatted(contact.companyId(), contact.id())));
        Answer made = Portal.ok(PortalApi.automation().send(request));
        assertThat(made.header("Location")).startsWith(PORTAL + "/api/v1/projects/");
        return made.json().path("id").asText();
    }

    /** The portal's clients as they are for a firm with a domain of its own; closing puts back what was there. */
    private record RootUrls(List<ObjectNode> before) implements AutoCloseable {
        private static final String CLIENTS = "/admin/realms/northwind/clients";

        static RootUrls become(String address) {
            List<ObjectNode> clients = List.of(client("portal"), client("portal-staff"));
            clients.forEach(client -> put(client.deepCopy().put("rootUrl", address)));
            return new RootUrls(clients);
        }

        private static ObjectNode client(String id) {
            return (ObjectNode)
                    Portal.ok(admin().get(CLIENTS + "?clientId=" + id)).json().path(0);
        }

        private static void put(ObjectNode client) {
            Portal.ok(admin().put(CLIENTS + '/' + client.path("id").asText(), client));
        }

        private static Api admin() {
            return Portal.administrator();
        }

        @Override
        public void close() {
            before.forEach(RootUrls::put);
        }
    }
}
