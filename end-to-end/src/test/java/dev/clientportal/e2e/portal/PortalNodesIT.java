package dev.clientportal.e2e.portal;

import static dev.clientportal.e2e.Portal.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Multipart;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Parallel;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.SampleFiles;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two portal applications: what one began, the other ends, and what one does, the other knows. */
class PortalNodesIT {
    private static final Pattern DOCUMENT = Pattern.compile("/documents/([0-9a-f-]{36})");

    @Order(1)
    @RegisterExtension
    static final OwnStack STACK = OwnStack.onPostgres();

    @Order(2)
    @RegisterExtension
    static final LandsInPortal LANDS = new LandsInPortal();

    @Order(3)
    @RegisterExtension
    static final TwoPortals PORTALS = new TwoPortals(STACK);

    private final String alias = "nodes-" + UUID.randomUUID();
    private String company;
    private String home;

    @BeforeEach
    void openCompany() {
        company = Portal.addCompany(alias);
        ok(Portal.mia().post(Portal.ADMIN + "/companies/" + company + "/activate"));
        home = PortalApi.portal() + "/c/" + alias + "/";
    }

    @AfterEach
    void toBoth() {
        PORTALS.both();
    }

    @Test
    @Tag("S15")
    void bothStartAtOnceOnAnEmptyDatabaseWithOneKey() throws IOException {
        List<String> migrations = PORTALS.rows().select("select version from flyway_schema_history where success");
        assertThat(migrations).hasSizeGreaterThan(11).doesNotHaveDuplicates();
        assertThat(PORTALS.firstKeys()).allMatch(keys -> keys.contains("\"crv\":\"P-256\""));
        assertThat(PORTALS.firstKeys().stream().distinct()).hasSize(1);
        for (Path log : PORTALS.logs()) {
            assertThat(Files.readString(log)).doesNotContain("\"d\":", "duplicate key", "ERROR");
        }
    }

    @Test
    @Tag("C4")
    @Tag("S12")
    void loginBegunOnOneNodeEndsOnTheOtherAndItsEndReachesBoth() {
        Contact contact = Portal.newContact(alias);
        Http browser = Visitor.invited(contact).browser();
        PORTALS.onlyFirst();
        Answer begun = toThePortal(browser, browser.get(home));

        PORTALS.onlySecond();
        Answer entered = browser.get(begun.location().toString());
        assertThat(entered.status()).as(entered.toString()).isEqualTo(303);
        assertThat(entered.location().toString()).startsWith(home);
        assertThat(browser.get(home).body()).contains("Hello, Con Tact");
        PORTALS.onlyFirst();
        assertThat(browser.get(home).body()).contains("Hello, Con Tact");

        String sessions = "select id from portal_session where user_id = '" + contact.id() + "'";
        assertThat(PORTALS.rows().select(sessions)).hasSize(1);
        ok(Portal.administrator().post("/admin/realms/northwind/users/" + contact.id() + "/logout"));
        assertThat(PORTALS.rows().select(sessions)).isEmpty();
        PORTALS.onlySecond();
        assertThat(browser.get(home).location().toString())
                .startsWith(Stack.local().realmUrl());
    }

    @Test
    @Tag("E4")
    @Tag("E5")
    @Tag("S1")
    void whatWasSentToOneNodeIsOnTheOther() {
        Http browser = Visitor.inPortal(Portal.newContact(alias), alias);
        PORTALS.onlyFirst();
        assertThat(browser.send(new Multipart()
                                .file("Shared.pdf", SampleFiles.pdf("From the first"))
                                .to(form("documents")))
                        .status())
                .isEqualTo(303);
        PORTALS.onlySecond();
        Matcher document = DOCUMENT.matcher(ok(browser.get(home + "documents")).body());
        assertThat(document.find()).isTrue();
        assertThat(ok(browser.get(home + "documents/" + document.group(1))).body())
                .contains("From the first");

        String message = "id=" + UUID.randomUUID() + "&text=Said+twice";
        assertThat(browser.send(written(form("messages"), message)).status()).isEqualTo(303);
        PORTALS.onlyFirst();
        assertThat(browser.send(written(form("messages"), message)).status()).isEqualTo(303);
        assertThat(browser.send(written(HttpRequest.newBuilder(URI.create(home + "messages")), message))
                        .status())
                .isEqualTo(403);
        assertThat(ok(browser.get(home + "messages"))
                        .document()
                        .select("main")
                        .text()
                        .split("Said twice", -1))
                .hasSize(2);
    }

    /** Where a refresh token that is used twice ends the session. */
    @Test
    @Tag("C4")
    void requestsToBothNodesAtOnceUseEachRefreshTokenOnce() {
        Http browser = Visitor.inPortal(Portal.newContact(alias), alias);
        revokeUsedRefreshTokens(true);
        try {
            List<Answer> pages = Parallel.calls(8, i -> browser.elsewhere().get(home + "documents"));

            assertThat(pages).extracting(Answer::status).containsOnly(200);
            assertThat(browser.get(home).status()).isEqualTo(200);
        } finally {
            revokeUsedRefreshTokens(false);
        }
    }

    @Test
    @Tag("B9")
    @Tag("E4")
    void mailsThatBothNodesLookForAreSentOnce() {
        List<Contact> contacts =
                IntStream.range(0, 8).mapToObj(i -> Portal.newContact(alias)).toList();
        List<Mailbox> mailboxes =
                contacts.stream().map(contact -> Mailbox.of(contact.email())).toList();
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Tallinn"));
        ok(PortalApi.automation()
                .post(
                        "/projects",
                        Map.of(
                                "company",
                                company,
                                "name",
                                "For all",
                                "contacts",
                                contacts.stream().map(Contact::id).toList(),
                                "tasks",
                                List.of(Map.of(
                                        "title",
                                        "Of everybody",
                                        "due",
                                        today.plusDays(1).toString())))));
        mailboxes.forEach(mailbox -> assertThat(mailbox.next().subject()).isNotBlank());

        PORTALS.rows()
                .update("update reminder set settled_on = '" + today.minusDays(1) + "' where company_id = '" + company
                        + "'");

        mailboxes.forEach(mailbox -> assertThat(mailbox.next().subject()).contains("Of everybody"));
        String of = " from portal_notification where company_id = '" + company + "'";
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(PORTALS.rows().select("select distinct state" + of))
                        .containsExactly("SENT"));
        assertThat(PORTALS.rows().select("select kind || user_id" + of))
                .hasSize(2 * contacts.size())
                .doesNotHaveDuplicates();
        assertThat(mailboxes).allMatch(mailbox -> mailbox.unseen().isEmpty());
    }

    /** Behind a proxy that is believed: but not about the host, which has one header of its own. */
    @Test
    @Tag("S13")
    void hostThatSomebodyMakesUpLeadsIntoNobodyElsesPortal() {
        String northwind = "portal.northwind.example";
        String cookie = Visitor.inPortal(Portal.newContact(alias), alias).cookie("portal");
        try (SecondFirm other = SecondFirm.create()) {
            for (String made : List.of("X-Forwarded-Host", "X-Forwarded-Server", "X-Original-Host")) {
                Answer own = ask(northwind, cookie, made, other.domain());
                assertThat(own.status()).as(made).isEqualTo(200);
                assertThat(own.body()).contains("Hello, Con Tact").doesNotContain(other.domain());
                assertThat(own.header("Set-Cookie")).isEmpty();

                Answer foreign = ask(other.domain(), cookie, made, northwind);
                assertThat(foreign.status()).as(made).isEqualTo(303);
                assertThat(foreign.location().toString())
                        .startsWith(Stack.local().realmUrl(other.firm().realm()));
                assertThat(foreign.header("Set-Cookie")).startsWith("__Host-portal-login-");
                assertThat(foreign.body()).doesNotContain("Con Tact");
            }
            assertThat(ask("elsewhere.example", cookie, "Forwarded", "host=" + northwind)
                            .status())
                    .isEqualTo(404);
        }
    }

    private Answer ask(String host, String cookie, String header, String value) {
        return new Http()
                .send(HttpRequest.newBuilder(URI.create(Stack.local().portalUrl() + "/c/" + alias + "/"))
                        .header("Host", host)
                        .header("Cookie", "__Host-portal=" + cookie)
                        .header(header, value));
    }

    /** On from Keycloak, to the redirect that leads back. */
    private static Answer toThePortal(Http browser, Answer answer) {
        Answer last = answer;
        while (last.status() / 100 == 3
                && last.location().toString().startsWith(Stack.local().realmUrl())) {
            last = browser.get(last.location().toString());
        }
        assertThat(last.header("Location")).startsWith(PortalApi.portal() + "/signed-in");
        return last;
    }

    private HttpRequest.Builder form(String page) {
        return HttpRequest.newBuilder(URI.create(home + page))
                .header("Origin", Stack.local().portalUrl());
    }

    private static HttpRequest.Builder written(HttpRequest.Builder form, String fields) {
        return form.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(fields));
    }

    private static void revokeUsedRefreshTokens(boolean revoke) {
        String realm = "/admin/realms/northwind";
        ObjectNode changed = ok(Portal.administrator().get(realm)).json().deepCopy();
        ok(Portal.administrator().put(realm, changed.put("revokeRefreshToken", revoke)));
    }
}
