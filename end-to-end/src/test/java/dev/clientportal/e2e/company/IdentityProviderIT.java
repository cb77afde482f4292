package dev.clientportal.e2e.company;

import static dev.clientportal.e2e.Portal.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.OidcLogin;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Contacts who sign in at their own identity provider, here another realm of the same server. */
@ExtendWith(Stack.class)
@Tag("C2")
class IdentityProviderIT {
    private static final String NORTHWIND = "/admin/realms/northwind";
    private static final String SECRET = "not-a-secret";
    private static final String PASSWORD = "at-home";

    private final String provider = "home-" + System.nanoTime();
    private PortalApp app;

    @BeforeEach
    void openPortalAndAddTheProvider() {
        Portal.open();
        app = PortalApp.ofThePortalWithKeycloaksFlow();
        ok(Portal.administrator()
                .post(
                        "/admin/realms",
                        Map.of(
                                "realm",
                                provider,
                                "enabled",
                                true,
                                "clients",
                                List.of(Map.of(
                                        "clientId",
                                        "northwind",
                                        "secret",
                                        SECRET,
                                        "redirectUris",
                                        List.of(Stack.local().realmUrl() + "/broker/*"))))));
        String endpoints = Stack.local().realmUrl(provider) + "/protocol/openid-connect/";
        ok(Portal.administrator()
                .post(
                        NORTHWIND + "/identity-provider/instances",
                        Map.of(
                                "alias",
                                provider,
                                "providerId",
                                "oidc",
                                "enabled",
                                true,
                                "config",
                                Map.of(
                                        "authorizationUrl", endpoints + "auth",
                                        "tokenUrl", endpoints + "token",
                                        "clientId", "northwind",
                                        "clientSecret", SECRET,
                                        "clientAuthMethod", "client_secret_post",
                                        "defaultScope", "openid",
                                        "validateSignature", "false"))));
    }

    @AfterEach
    void removeThem() {
        app.close();
        ok(Portal.administrator().delete(NORTHWIND + "/identity-provider/instances/" + provider));
        ok(Portal.administrator().delete("/admin/realms/" + provider));
    }

    @Test
    @Tag("C1")
    void contactOfTwoCompaniesIsAskedAndGetsTheOneChosen() {
        Contact contact = Portal.newContact("birch-bakery");
        Portal.addContact("cedar-cycles", contact.email());
        linkToTheProvider(contact);
        Http browser = new Http();
        OidcLogin login = app.login(browser);

        Answer page = signInAtTheProvider(browser, login, contact);
        assertThat(Visitor.headline(page)).isEqualTo("Which company?");
        Answer back =
                browser.submit(page, "#client-portal-companies", Map.of("company", Portal.company("cedar-cycles")));

        assertThat(app.tokens(login.tokens(back)).companies()).containsExactly("cedar-cycles");
    }

    @Test
    @Tag("C3")
    @Tag("S11")
    void contactWhoIsBlockedFindsTheDoorClosed() {
        Contact contact = Portal.newContact("birch-bakery");
        linkToTheProvider(contact);
        ok(Portal.mia().post(contact.path() + "/block"));
        Http browser = new Http();
        OidcLogin login = app.login(browser);

        Answer page = signInAtTheProvider(browser, login, contact);

        assertThat(Visitor.isAppRedirect(page)).isFalse();
        assertThat(Visitor.headline(page)).isEqualTo("Your access is blocked");
        assertThat(Facts.loginErrors(contact))
                .extracting(event -> event.path("error").asText())
                .contains("contact_blocked");
    }

    /** The contact's account there, known to northwind as the contact. */
    private void linkToTheProvider(Contact contact) {
        String location = ok(Portal.administrator()
                        .post(
                                "/admin/realms/" + provider + "/users",
                                Map.of(
                                        "username",
                                        contact.email(),
                                        "email",
                                        contact.email(),
                                        "emailVerified",
                                        true,
                                        "firstName",
                                        "Con",
                                        "lastName",
                                        "Tact",
                                        "enabled",
                                        true,
                                        "credentials",
                                        List.of(Map.of("type", "password", "value", PASSWORD)))))
                .header("Location");
        ok(Portal.administrator()
                .post(
                        NORTHWIND + "/users/" + contact.id() + "/federated-identity/" + provider,
                        Map.of("userId", location.replaceAll(".*/", ""), "userName", contact.email())));
    }

    private Answer signInAtTheProvider(Http browser, OidcLogin login, Contact contact) {
        Answer page = login.begin(Map.of("kc_idp_hint", provider));
        assertThat(page.uri().getPath()).contains(provider);
        return browser.follow(
                browser.submit(page, "#kc-form-login", Map.of("username", contact.email(), "password", PASSWORD)));
    }
}
