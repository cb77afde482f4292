package dev.clientportal.e2e.company;

import static dev.clientportal.e2e.Portal.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.ServerLog;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Tokens;
import dev.clientportal.e2e.Visitor;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may not enter a company any more gets no token for it, whatever they had prepared. */
@ExtendWith(Stack.class)
@Tag("A7")
@Tag("C4")
@Tag("S11")
class CompanyGuardIT {
    private static final Pattern DENIAL = Pattern.compile("client_portal_denial=\"([a-z_]+)\"");
    private static final String REALM = "/admin/realms/northwind";

    private PortalApp app;
    private PortalApp other;
    private String alias;
    private String company;

    @BeforeEach
    void openPortal() {
        Portal.open();
        app = PortalApp.ofThePortal();
        other = PortalApp.ofSomebodyElse();
        company = Portal.newCompany();
        alias = ok(Portal.mia().get(Portal.ADMIN + "/companies/" + company))
                .json()
                .path("alias")
                .asText();
    }

    @AfterEach
    void reopenPortal() {
        Portal.open();
        app.close();
        other.close();
    }

    @ParameterizedTest(name = "{0}, in two companies {1}")
    @CsvSource({
        "open, false, ",
        "open, true, ",
        "firm, false, firm_inactive",
        "firm, true, firm_inactive",
        "company, false, company_inactive",
        "company, true, company_inactive",
        "organization, false, company_inactive",
        "organization, true, company_inactive",
        "disabled, false, contact_not_enabled",
        "disabled, true, contact_not_enabled",
        "blocked, false, contact_blocked",
        "blocked, true, contact_blocked",
        "removed, false, not_a_member",
        "removed, true, not_a_member",
    })
    void everyGrantIsRefusedWhileAGateIsClosed(String gate, boolean two, String reason) {
        Contact contact = Portal.addContactTo(company, "guard." + System.nanoTime() + "@client.example");
        if (two) Portal.addContact("birch-bakery", contact.email());
        Visitor visitor = Visitor.invited(contact);
        Map<String, Supplier<Answer>> grants = new Grants(app, contact, visitor.browser(), alias).prepared();
        Tokens elsewhere =
                two ? app.tokens(visitor.browser(), Map.of("scope", "openid organization:birch-bakery")) : null;

        ServerLog log = ServerLog.fromNow();
        close(gate, contact);

        grants.forEach((name, grant) -> {
            Answer answer = grant.get();
            if (name.equals("refresh_token without the company") && reason == null) {
                assertThat(answer.json().path("error").asText()).as(name).isEqualTo("invalid_scope");
            } else if (reason == null) {
                assertThat(answer.status()).as(name + " " + answer).isEqualTo(200);
                assertThat(app.tokens(answer.json()).companies()).as(name).containsExactly(alias);
            } else {
                assertThat(answer.status()).as(name + " " + answer).isBetween(400, 403);
                assertThat(answer.json().has("access_token")).as(name).isFalse();
            }
        });
        if (two && reason != null && !gate.equals("firm")) {
            assertThat(elsewhere.refreshed().companies()).containsExactly("birch-bakery");
        }
        if (reason != null) assertThat(reasons(contact, log)).contains(reason);
    }

    @Test
    void clientThatEnteredOnlyTheClosedCompanyIsRefusedByEveryGrantWhileTheContactStaysSignedIn() {
        Contact contact = Portal.addContactTo(company, "guard." + System.nanoTime() + "@client.example");
        Portal.addContact("birch-bakery", contact.email());
        Visitor visitor = Visitor.invited(contact);
        Map<String, Supplier<Answer>> grants = new Grants(app, contact, visitor.browser(), alias).prepared();

        close("disabled", contact);

        grants.forEach((name, grant) -> {
            Answer answer = grant.get();
            assertThat(answer.status()).as(name + " " + answer).isEqualTo(400);
            assertThat(answer.json().has("access_token")).as(name).isFalse();
        });
        assertThat(Facts.events("OAUTH2_DEVICE_CODE_TO_TOKEN_ERROR", contact))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.path("error").asText()).isEqualTo("user_session_not_found");
                    assertThat(event.at("/details/reason").asText()).isEqualTo("The client was signed out");
                });
        assertThat(app.tokens(visitor.browser(), Map.of("scope", "openid organization:birch-bakery"))
                        .companies())
                .containsExactly("birch-bakery");
    }

    @Test
    void refusedRefreshCanBeTriedAgainAndHurtsNoOtherTab() {
        rotation(true);
        try {
            Contact contact = Portal.addContactTo(company, "guard." + System.nanoTime() + "@client.example");
            Portal.addContact("birch-bakery", contact.email());
            Visitor visitor = Visitor.invited(contact);
            Tokens birch = app.tokens(visitor.browser(), Map.of("scope", "openid organization:birch-bakery"));
            Tokens here = app.tokens(visitor.browser(), Map.of("scope", "openid organization:" + alias));
            close("organization", contact);

            for (int i = 0; i < 3; i++) {
                assertThat(here.tryRefresh().json().path("error").asText()).isEqualTo("invalid_grant");
            }
            birch = birch.refreshed();
            assertThat(birch.companies()).containsExactly("birch-bakery");

            organization(true);
            assertThat(here.refreshed().companies()).containsExactly(alias);
            assertThat(birch.refreshed().companies()).containsExactly("birch-bakery");
        } finally {
            rotation(false);
        }
    }

    @Test
    void userinfoAndIntrospectionStopAnsweringForAClosedCompany() {
        Contact contact = Portal.addContactTo(company, "guard." + System.nanoTime() + "@client.example");
        Portal.addContact("birch-bakery", contact.email());
        Visitor visitor = Visitor.invited(contact);
        Tokens here = app.tokens(visitor.browser(), Map.of("scope", "openid organization:" + alias));
        Tokens birch = app.tokens(visitor.browser(), Map.of("scope", "openid organization:birch-bakery"));
        assertThat(here.userinfo().status()).isEqualTo(200);
        JsonNode known = ok(app.introspect(here.access(), "access_token")).json();
        assertThat(known.path("active").asBoolean()).isTrue();
        assertThat(Tokens.companies(known)).containsExactly(alias);
        assertThat(known.path("client_portal")).isEqualTo(here.claims().path("client_portal"));

        close("disabled", contact);

        assertThat(here.userinfo().status()).isEqualTo(401);
        assertThat(isActive(here.access())).isFalse();
        assertThat(isActive(here.refresh())).isFalse();
        assertThat(birch.userinfo().status()).isEqualTo(200);
        assertThat(isActive(birch.access())).isTrue();
        assertThat(isActive(birch.refresh())).isTrue();
    }

    @Test
    void userinfoAndIntrospectionStopAnsweringForADisabledOrganization() {
        Contact contact = Portal.addContactTo(company, "guard." + System.nanoTime() + "@client.example");
        Tokens tokens = app.tokens(Visitor.invited(contact).browser(), Map.of());
        assertThat(isActive(tokens.refresh())).isTrue();

        close("organization", contact);

        assertThat(tokens.userinfo().status()).isBetween(400, 401);
        assertThat(isActive(tokens.access())).isFalse();
        assertThat(isActive(tokens.refresh())).isFalse();
    }

    private boolean isActive(String token) {
        String type = Tokens.claims(token).path("typ").asText().equals("Refresh") ? "refresh_token" : "access_token";
        return ok(app.introspect(token, type)).json().path("active").asBoolean();
    }

    @Test
    void tokenOfAnotherClientCannotBeWidenedIntoAClosedCompany() {
        Contact contact = Portal.addContactTo(company, "guard." + System.nanoTime() + "@client.example");
        Portal.addContact("birch-bakery", contact.email());
        Visitor visitor = Visitor.invited(contact);
        Tokens plain = other.tokens(visitor.browser(), Map.of("scope", "openid"));
        Tokens birch = app.tokens(visitor.browser(), Map.of("scope", "openid organization:birch-bakery"));
        Map<String, String> wider = Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:access_token",
                "scope",
                "openid organization:" + alias);

        close("disabled", contact);

        for (var exchange : List.of(Map.entry(other, plain), Map.entry(app, birch))) {
            Map<String, String> form = new java.util.LinkedHashMap<>(wider);
            form.put("subject_token", exchange.getValue().access());
            Answer answer = exchange.getKey().token(form);
            assertThat(answer.json().has("access_token")).as(answer.toString()).isFalse();
        }
    }

    @Test
    void clientsThatAreNotOfThePortalAndServiceAccountsAreLeftAlone() {
        Contact contact = Portal.addContactTo(company, "guard." + System.nanoTime() + "@client.example");
        Portal.addContact("birch-bakery", contact.email());
        Visitor visitor = Visitor.invited(contact);
        Tokens mine = other.tokens(visitor.browser(), Map.of("scope", "openid organization:" + alias));

        close("company", contact);

        assertThat(mine.refreshed().companies()).containsExactly(alias);
        for (PortalApp client : List.of(app, other)) {
            assertThat(client.token(Map.of("grant_type", "client_credentials")).status())
                    .isEqualTo(200);
        }
    }

    private void close(String gate, Contact contact) {
        switch (gate) {
            case "open" -> {}
            case "firm" -> ok(Portal.mia().post(Portal.ADMIN + "/firm/deactivate"));
            case "company" -> ok(Portal.mia().post(Portal.ADMIN + "/companies/" + company + "/deactivate"));
            case "organization" -> organization(false);
            case "disabled" -> ok(Portal.mia().post(contact.path() + "/disable"));
            case "blocked" -> ok(Portal.mia().post(contact.path() + "/block"));
            case "removed" -> ok(Portal.mia().delete(REALM + "/organizations/" + company + "/members/" + contact.id()));
            default -> throw new IllegalArgumentException(gate);
        }
    }

    private void organization(boolean enabled) {
        ObjectNode organization =
                ok(Portal.mia().get(REALM + "/organizations/" + company)).json().deepCopy();
        ok(Portal.mia().put(REALM + "/organizations/" + company, organization.put("enabled", enabled)));
    }

    private static void rotation(boolean on) {
        ok(Portal.administrator().put(REALM, Map.of("revokeRefreshToken", on, "refreshTokenMaxReuse", 0)));
    }

    /** What the events of the contact's refused tokens give as the reason. */
    private static List<String> reasons(Contact contact, ServerLog log) {
        return log.lines().stream()
                .filter(line -> line.contains(contact.id()) && line.contains("_ERROR"))
                .map(DENIAL::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
