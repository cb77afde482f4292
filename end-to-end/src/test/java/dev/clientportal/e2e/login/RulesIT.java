package dev.clientportal.e2e.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Json;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.OidcLogin;
import dev.clientportal.e2e.OpenApi;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.RawHttp;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import dev.clientportal.stack.ReceivedMail;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of the login that no other class shows. */
@ExtendWith(Stack.class)
class RulesIT {
    private static final String REALM = "/admin/realms/northwind";
    private static final String EVIL = "evil.example";

    @BeforeEach
    void openPortal() {
        Portal.open();
    }

    @AfterEach
    void resetClock() {
        TestSupport.resetClock();
    }

    @ParameterizedTest(name = "{1} s: {2}")
    @CsvSource({"link, 598, true", "link, 601, false", "code, 598, true", "code, 601, false"})
    @Tag("S2")
    void loginLinkAndCodeLiveTenMinutes(String way, int seconds, boolean works) {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        Visitor visitor = new Visitor();
        Answer sent = visitor.ask(contact.email());
        ReceivedMail mail = mailbox.next();
        long left = Facts.liveLinks(contact).get(0).path("expires_at").asLong() - System.currentTimeMillis();
        assertThat(Duration.ofMillis(left)).isBetween(Duration.ofSeconds(580), Duration.ofMinutes(10));
        Answer page = way.equals("link") ? visitor.open(Mailbox.link(mail)) : sent;

        TestSupport.moveClock(Duration.ofMillis(left).minusSeconds(600 - seconds));
        Answer answer = way.equals("link") ? visitor.press(page) : visitor.code(page, Mailbox.code(mail));

        assertThat(visitor.isSignedIn()).as(answer.toString()).isEqualTo(works);
    }

    @Test
    @Tag("S2")
    void invitationEndsWithItsFirstAcceptance() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Visitor.invitation(contact);
        new Visitor().use(link);

        Visitor second = new Visitor();
        assertThat(second.open(link).status()).isEqualTo(410);
        assertThat(second.isSignedIn()).isFalse();
        assertThat(Facts.sessions(contact)).hasSize(1);
    }

    @Test
    @Tag("S10")
    void askingForAMailMakesNobody() {
        long before = users();
        Visitor visitor = new Visitor();
        List<String> unknown = new ArrayList<>();
        for (String address :
                List.of("nobody.%s@birch.example", "nobody.%s@unknown.example", "ünïcode.%s@bücher.example")) {
            unknown.add(address.formatted(UUID.randomUUID()));
        }
        for (String address : unknown) {
            Answer sent = visitor.ask(address);
            visitor.code(sent, "123456");
            TestSupport.moveClock(Duration.ofSeconds(61L * (unknown.indexOf(address) + 1)));
        }
        await("the mails to nobody").untilAsserted(() -> assertThat(unknown).allSatisfy(address -> assertThat(
                        TestSupport.select("SELECT ID FROM CP_MAIL WHERE TYPED_ADDRESS = '" + address + "'"))
                .isEmpty()));

        assertThat(users()).isEqualTo(before);
        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(unknown)
                .allSatisfy(address -> assertThat(Stack.local().mailServer().receivedBy(address))
                        .isEmpty());
    }

    /**
     * Keycloak gives the user session the name that its authentication session had, so it is the cookies of the session
     * that have to be new; see {@link #plantedCookiesDoNotShareTheLoginThatFollows} for what the old ones are worth.
     */
    @Test
    @Tag("S12")
    void sessionsCookiesAreMadeByTheLoginAndAreNewEachTime() {
        Contact contact = Portal.newContact("birch-bakery");
        List<String> sessions = new ArrayList<>();
        for (boolean byCode : new boolean[] {true, false}) {
            TestSupport.moveClock(Duration.ofSeconds(byCode ? 0 : 61));
            Mailbox mailbox = Mailbox.of(contact.email());
            Visitor visitor = new Visitor();
            Answer sent = visitor.ask(contact.email());
            ReceivedMail mail = mailbox.next();
            for (String cookie : List.of("KEYCLOAK_IDENTITY", "KEYCLOAK_SESSION")) {
                assertThat(visitor.browser().cookie(cookie)).as(cookie).isNull();
            }

            if (byCode) visitor.code(sent, Mailbox.code(mail));
            else visitor.use(Mailbox.link(mail));

            sessions.add(visitor.browser().cookie("KEYCLOAK_SESSION"));
            sessions.add(visitor.browser().cookie("KEYCLOAK_IDENTITY"));
        }
        assertThat(sessions).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(Facts.sessions(contact)).hasSize(2);
    }

    /** Somebody begins a login for another's address and hopes that the other's click finishes it. */
    @Test
    @Tag("S12")
    @Tag("S6")
    @Tag("X1")
    void linkNeverFinishesTheLoginOfAnotherBrowser() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        Visitor eve = new Visitor();
        eve.ask(contact.email());

        Visitor owner = new Visitor();
        Answer arrived = owner.use(Mailbox.link(mailbox.next()));

        assertThat(owner.isSignedIn()).isTrue();
        assertThat(arrived.uri().toString() + arrived.header("Location")).doesNotContain(OidcLogin.REDIRECT_URI);
        assertThat(eve.begin().document().select("#client-portal-ask, #client-portal-code"))
                .isNotEmpty();
        assertThat(eve.isSignedIn()).isFalse();
    }

    /** Session fixation: the one who planted the cookies is not signed in by the login of the one who got them. */
    @Test
    @Tag("S12")
    void plantedCookiesDoNotShareTheLoginThatFollows() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        Visitor eve = new Visitor();
        Answer waiting = eve.ask(contact.email());
        Visitor victim = new Visitor(eve.browser().elsewhere());

        victim.use(Mailbox.link(mailbox.next()));

        assertThat(victim.isSignedIn()).isTrue();
        eve.browser().follow(eve.browser().get(waiting.uri().toString()));
        assertThat(Visitor.isAppRedirect(eve.begin())).isFalse();
        assertThat(eve.isSignedIn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/callback/",
                "https://app.example/callback/..",
                "https://app.example/callback%2F",
                "https://app.example/callback?next=https://evil.example",
                "https://app.example/Callback",
                "http://app.example/callback",
                "https://app.example:8443/callback",
                "https://app.example.evil.example/callback",
                "https://app.example@evil.example/callback",
                "https://evil.example/callback",
                "//evil.example/callback",
                "javascript:alert(1)",
                "",
            })
    @Tag("S13")
    void redirectTargetMatchesExactly(String target) {
        String name = "exact-" + UUID.randomUUID();
        String id = exactClient(name);
        try {
            Answer refused = authorize(name, target);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.header("Location")).isEmpty();
            assertThat(refused.document().select("form[id^=client-portal]")).isEmpty();

            Answer exact = authorize(name, "https://app.example/callback");
            assertThat(exact.document().select("#client-portal-ask")).isNotEmpty();
        } finally {
            Portal.ok(Portal.administrator().delete(REALM + "/clients/" + id));
        }
    }

    @Test
    @Tag("S13")
    void startPageIsTheApplicationsOwnWhateverTheAddressSays() {
        String id = Portal.ok(Portal.mia().get(REALM + "/clients?clientId=portal-demo"))
                .json()
                .path(0)
                .path("id")
                .asText();
        String start = Stack.local().realmUrl() + "/client-portal/start/";

        for (String parameters : List.of(
                "",
                "?redirect_uri=https://evil.example",
                "?state=x&code=y&iss=https://evil.example#https://evil.example")) {
            assertThat(new Http().get(start + id + parameters).header("Location"))
                    .isEqualTo(Stack.local().realmUrl() + "/account/");
        }
        assertThat(new Http().get(start + "https%3A%2F%2Fevil.example").status())
                .isEqualTo(404);
    }

    @Test
    @Tag("S13")
    void linksAreBuiltFromTheConfiguredAddressWhateverARequestClaims() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        Map<String, String> spoofed = Map.of(
                "Host",
                EVIL,
                "X-Forwarded-Host",
                EVIL,
                "X-Forwarded-Port",
                "666",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Prefix",
                "/evil",
                "X-Forwarded-For",
                Http.anyIpAddress(),
                "Forwarded",
                "host=" + EVIL + ";proto=https;for=10.1.2.3");
        Visitor visitor = new Visitor();
        Answer page = visitor.begin();
        URI action =
                URI.create(page.document().selectFirst("#client-portal-ask").absUrl("action"));
        Map<String, String> ask = new HashMap<>(spoofed);
        ask.put("Content-Type", "application/x-www-form-urlencoded");
        ask.put(
                "Cookie",
                "AUTH_SESSION_ID=" + visitor.browser().cookie("AUTH_SESSION_ID") + "; KC_RESTART="
                        + visitor.browser().cookie("KC_RESTART"));

        String answered = RawHttp.send(
                "POST",
                action.getRawPath() + "?" + action.getRawQuery(),
                ask,
                "email=" + URLEncoder.encode(contact.email(), StandardCharsets.UTF_8));

        assertThat(RawHttp.status(answered)).as(answered).isIn(200, 302);
        assertThat(answered).doesNotContain(EVIL);
        ReceivedMail mail = mailbox.next();
        String link = Mailbox.link(mail);
        assertThat(link).startsWith(Stack.local().realmUrl() + "/client-portal/link/");
        assertThat(mail.source() + mail.html()).doesNotContain(EVIL);

        String landing = RawHttp.send("GET", URI.create(link).getRawPath(), spoofed, "");
        assertThat(RawHttp.status(landing)).isEqualTo(200);
        assertThat(landing).contains("client-portal-open").doesNotContain(EVIL).doesNotContain(":666");

        Contact invited = Portal.newContact("birch-bakery");
        Mailbox invitations = Mailbox.of(invited.email());
        var request = Portal.mia()
                .request(invited.path() + "/invitations")
                .header("X-Forwarded-Host", EVIL)
                .header("Forwarded", "host=" + EVIL)
                .POST(BodyPublishers.noBody());
        Portal.ok(Portal.mia().send(request));
        assertThat(Mailbox.link(invitations.next())).startsWith(Stack.local().realmUrl() + "/client-portal/link/");
    }

    @Test
    @Tag("S14")
    @Tag("S15")
    void noAnswerOfStaffRestHoldsALinkOrACode() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        StringBuilder answers =
                new StringBuilder(Portal.ok(Portal.invite(contact)).body());
        String invitation = Mailbox.link(mailbox.next());
        TestSupport.moveClock(Duration.ofSeconds(61));
        ReceivedMail login = new Visitor().askedMail(contact.email());
        Map<String, String> ids = Map.of(
                "realm",
                "northwind",
                "company",
                contact.companyId(),
                "user",
                contact.id(),
                "mail",
                "none",
                "template",
                "reminder",
                "opening",
                Portal.ok(Portal.mia()
                                .post(
                                        Portal.ADMIN + "/openings",
                                        Map.of("companies", List.of(contact.companyId()), "silent", true)))
                        .json()
                        .path("id")
                        .asText());

        OpenApi.operations()
                .filter(OpenApi.Operation::isRead)
                .forEach(operation ->
                        answers.append(Portal.mia().get(operation.path(ids)).body()));
        answers.append(
                Portal.ok(Portal.mia().get(REALM + "/admin-events?max=50")).body());
        answers.append(Portal.ok(Portal.mia().get(REALM + "/events?max=50")).body());
        answers.append(
                Portal.ok(Portal.mia().get(REALM + "/users/" + contact.id())).body());

        assertThat(answers.toString())
                .contains(contact.id())
                .doesNotContain(secret(invitation))
                .doesNotContain(secret(Mailbox.link(login)))
                .doesNotContain("/client-portal/link/")
                .doesNotContain("\"" + Mailbox.code(login) + "\"");
        for (String table : List.of("CP_LINK", "CP_MAIL")) {
            assertThat(TestSupport.select("SELECT * FROM " + table + " WHERE USER_ID = '" + contact.id() + "'")
                            .toString())
                    .contains(contact.id())
                    .doesNotContain(secret(invitation))
                    .doesNotContain(secret(Mailbox.link(login)))
                    .doesNotContain("\"" + Mailbox.code(login) + "\"");
        }
    }

    @Test
    @Tag("S14")
    void everySentInvitationLeavesAnAdminEvent() {
        Contact contact = Portal.newContact("birch-bakery");
        String id = Portal.ok(Portal.invite(contact)).json().path("id").asText();

        JsonNode events = Portal.ok(Portal.mia()
                        .get(REALM + "/admin-events?operationTypes=CREATE&resourcePath=client-portal/companies/"
                                + contact.companyId() + "/contacts/" + contact.id() + "/invitations"))
                .json();

        assertThat(events).hasSize(1);
        assertThat(events.path(0).path("resourceType").asText()).isEqualTo("CLIENT_PORTAL_INVITATION");
        assertThat(events.path(0).path("details").path("id").asText()).isEqualTo(id);
        assertThat(events.path(0).path("authDetails").path("userId").asText()).isNotEmpty();
        assertThat(events.toString()).doesNotContain(contact.email());
    }

    @Test
    @Tag("S19")
    void linkIsReportedAsMailAndAsOneFactor() {
        Contact contact = Portal.newContact("birch-bakery");
        Visitor visitor = new Visitor();
        Answer back = visitor.use(Mailbox.link(visitor.askedMail(contact.email())));

        assertThat(reported(visitor.login().tokens(back))).containsOnly(List.of("email"));

        // Single sign-on adds nothing to it.
        Answer again = visitor.begin();
        assertThat(reported(visitor.login().tokens(again))).containsOnly(List.of("email"));

        // Nor does an application that asks for more.
        TestSupport.moveClock(Duration.ofSeconds(61));
        Mailbox mailbox = Mailbox.of(contact.email());
        visitor.ask(visitor.begin(Map.of("acr_values", "2")), contact.email());
        Answer wanted = visitor.use(Mailbox.link(mailbox.next()));
        assertThat(reported(visitor.login().tokens(wanted))).containsOnly(List.of("email"));
    }

    @Test
    @Tag("S19")
    void passwordIsNotReportedAsMail() {
        Contact contact = Portal.newContact("birch-bakery");
        Portal.ok(Portal.mia()
                .put(
                        REALM + "/users/" + contact.id() + "/reset-password",
                        Map.of("type", "password", "value", "a long password", "temporary", false)));
        String name = "by-password-" + UUID.randomUUID();
        String id = created(Map.of(
                "clientId",
                name,
                "publicClient",
                true,
                "redirectUris",
                List.of(OidcLogin.REDIRECT_URI),
                "protocolMappers",
                mappersOfThePortal()));
        try {
            Http browser = new Http();
            OidcLogin login = new OidcLogin(browser, name);
            Answer known = browser.follow(
                    browser.submit(login.begin(), "#kc-form-login", Map.of("username", contact.email())));
            Answer back =
                    browser.follow(browser.submit(known, "#kc-form-login", Map.of("password", "a long password")));
            assertThat(reported(login.tokens(back))).containsOnly(List.of());

            Visitor portal = new Visitor(browser);
            Answer signedOn = portal.begin();
            assertThat(reported(portal.login().tokens(signedOn))).containsOnly(List.of());
        } finally {
            Portal.ok(Portal.administrator().delete(REALM + "/clients/" + id));
        }
    }

    /** What the access token and the ID token say of how somebody came in; never more than one factor. */
    private static List<List<String>> reported(JsonNode tokens) {
        return List.of("access_token", "id_token").stream()
                .map(token -> claims(tokens.path(token).asText()))
                .peek(claims -> assertThat(claims.path("acr").asText()).isIn("0", "1"))
                .map(claims -> Facts.list(claims.path("amr")).stream()
                        .map(JsonNode::asText)
                        .toList())
                .toList();
    }

    private static JsonNode claims(String token) {
        return Json.parse(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static JsonNode mappersOfThePortal() {
        JsonNode mappers = Portal.ok(Portal.mia().get(REALM + "/clients?clientId=portal-demo"))
                .json()
                .path(0)
                .path("protocolMappers");
        mappers.forEach(mapper -> ((ObjectNode) mapper).remove("id"));
        return mappers;
    }

    private static String exactClient(String name) {
        return created(Map.of(
                "clientId",
                name,
                "publicClient",
                true,
                "redirectUris",
                List.of("https://app.example/callback"),
                "authenticationFlowBindingOverrides",
                Map.of("browser", "c11e0001-0000-4000-8000-000000000001")));
    }

    private static String created(Map<String, ?> client) {
        return Portal.ok(Portal.administrator().post(REALM + "/clients", client))
                .header("Location")
                .replaceAll(".*/", "");
    }

    private static Answer authorize(String client, String target) {
        return new OidcLogin(new Http(), client).begin(Map.of("redirect_uri", target));
    }

    private static long users() {
        return TestSupport.select("SELECT COUNT(*) AS many FROM USER_ENTITY")
                .path(0)
                .path("many")
                .asLong();
    }

    private static String secret(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
