package dev.clientportal.bench;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.OidcLogin;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Tokens;
import java.util.List;
import java.util.Map;

/** A client of Keycloak's own flow with nothing of ours in it, and its users: what the others are measured by. */
final class StockClient {
    private static final String ID = "bench-stock";
    private static final String PASSWORD = "correct horse battery";

    private StockClient() {}

    static void create(int users) {
        Api administrator = Api.administrator();
        Portal.ok(administrator.post(
                "/admin/realms/northwind/clients",
                Map.of(
                        "clientId",
                        ID,
                        "publicClient",
                        true,
                        "redirectUris",
                        List.of("http://127.0.0.1:1/*"),
                        "attributes",
                        Map.of("pkce.code.challenge.method", "S256"))));
        for (int i = 0; i < users; i++) Portal.ok(administrator.post("/admin/realms/northwind/users", user(i)));
    }

    /** One user a login: Keycloak's brute-force protection holds back a user who signs in too fast. */
    private static Map<String, Object> user(int number) {
        return Map.of(
                "username",
                ID + number,
                "email",
                ID + number + "@client.example",
                "emailVerified",
                true,
                "firstName",
                "Ben",
                "lastName",
                "Ch",
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)));
    }

    static Tokens passwordLogin(Http browser, int user) {
        OidcLogin login = new OidcLogin(browser, ID);
        Answer form = login.begin();
        // With organizations on, Keycloak's own flow asks for the name first.
        Answer second = browser.follow(browser.submit(form, "#kc-form-login", Map.of("username", ID + user)));
        return Tokens.of(login.tokens(browser.submit(second, "#kc-form-login", Map.of("password", PASSWORD))), ID);
    }

    /** Over single sign-on, with code and tokens. */
    static Tokens reLogin(Http signedIn) {
        OidcLogin login = new OidcLogin(signedIn, ID);
        return Tokens.of(login.tokens(login.begin()), ID);
    }
}
