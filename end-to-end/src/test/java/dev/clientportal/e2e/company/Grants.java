package dev.clientportal.e2e.company;

import static dev.clientportal.e2e.Portal.ok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.OidcLogin;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jsoup.nodes.Element;

/** Every way to a token that a contact has prepared: one more call, and the token is theirs, or is not. */
final class Grants {
    private static final String PASSWORD = "correct horse battery";

    private final PortalApp app;
    private final Contact contact;
    private final Http browser;
    private final String scope;

    Grants(PortalApp app, Contact contact, Http signedIn, String alias) {
        this.app = app;
        this.contact = contact;
        this.browser = signedIn;
        this.scope = "openid organization:" + alias;
    }

    /** The last calls, by the name of the grant. */
    Map<String, Supplier<Answer>> prepared() {
        Map<String, Supplier<Answer>> grants = new LinkedHashMap<>();
        grants.put("authorization_code", code());
        Tokens tokens = app.tokens(browser, Map.of("scope", scope));
        grants.put("refresh_token", tokens::tryRefresh);
        grants.put("refresh_token without the company", () -> tokens.tryRefresh(Map.of("scope", "openid")));
        grants.put("offline", app.tokens(browser, Map.of("scope", scope + " offline_access"))::tryRefresh);
        grants.put("password", password());
        grants.put(
                "token exchange",
                () -> app.token(Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:token-exchange",
                        "subject_token",
                        tokens.access(),
                        "subject_token_type",
                        "urn:ietf:params:oauth:token-type:access_token",
                        "scope",
                        scope)));
        grants.put("device", device());
        grants.put("CIBA", decoupled());
        return grants;
    }

    private Supplier<Answer> code() {
        OidcLogin login = app.login(browser);
        String code = login.redirect(login.begin(Map.of("scope", scope))).get("code");
        return () -> login.tryTokens(code);
    }

    private Supplier<Answer> password() {
        ok(Portal.administrator()
                .put(
                        "/admin/realms/northwind/users/" + contact.id() + "/reset-password",
                        Map.of("type", "password", "value", PASSWORD, "temporary", false)));
        return () -> app.token(
                Map.of("grant_type", "password", "username", contact.email(), "password", PASSWORD, "scope", scope));
    }

    private Supplier<Answer> device() {
        JsonNode asked = ok(app.post("auth/device", Map.of("scope", scope))).json();
        Answer page = browser.follow(
                browser.get(asked.path("verification_uri_complete").asText()));
        Element accept = page.document().selectFirst("form input[name=accept], form button[name=accept]");
        if (accept == null) throw new AssertionError("No consent for the device: " + page);
        browser.follow(browser.postForm(accept.closest("form").absUrl("action"), consent(accept)));
        return () -> app.token(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "device_code",
                asked.path("device_code").asText()));
    }

    private Supplier<Answer> decoupled() {
        JsonNode asked = ok(app.post("ext/ciba/auth", Map.of("scope", scope, "login_hint", contact.email())))
                .json();
        Stack.authenticationDevice().sayYes(contact.email());
        return () -> app.token(Map.of(
                "grant_type",
                "urn:openid:params:grant-type:ciba",
                "auth_req_id",
                asked.path("auth_req_id").asText()));
    }

    private static Map<String, String> consent(Element accept) {
        Map<String, String> form = new LinkedHashMap<>();
        accept.closest("form")
                .select("input[type=hidden]")
                .forEach(hidden -> form.put(hidden.attr("name"), hidden.val()));
        form.put("accept", "Yes");
        return form;
    }
}
