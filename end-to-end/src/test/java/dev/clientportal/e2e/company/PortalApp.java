package dev.clientportal.e2e.company;

import static dev.clientportal.e2e.Portal.ok;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.OidcLogin;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A confidential client that may use every grant; a client of the portal, or one that has nothing to do with it. */
final class PortalApp implements AutoCloseable {
    private static final String CLIENTS = "/admin/realms/northwind/clients";
    private static final String FLOW = "c11e0001-0000-4000-8000-000000000001";
    private static final String SECRET = "not-a-secret";

    final String clientId;
    private final String id;

    private PortalApp(String clientId, String id) {
        this.clientId = clientId;
        this.id = id;
    }

    static PortalApp ofThePortal() {
        return ofThePortal(Map.of());
    }

    /** @param attributes of the client, beside its own */
    static PortalApp ofThePortal(Map<String, String> attributes) {
        return ofThePortal(attributes, FLOW);
    }

    /** Its users sign in by Keycloak's own browser flow: with a password, or at an identity provider. */
    static PortalApp ofThePortalWithKeycloaksFlow() {
        String flow =
                Facts.list(ok(Portal.administrator().get("/admin/realms/northwind/authentication/flows"))
                                .json())
                        .stream()
                        .filter(candidate -> candidate.path("alias").asText().equals("browser"))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asText();
        return ofThePortal(Map.of(), flow);
    }

    private static PortalApp ofThePortal(Map<String, String> attributes, String flow) {
        return make(
                "app-" + System.nanoTime(),
                attributes,
                Map.of("authenticationFlowBindingOverrides", Map.of("browser", flow)),
                List.of(mapper(
                        "client-portal-company-mapper",
                        Map.of(
                                "access.token.claim", "true",
                                "id.token.claim", "true",
                                "userinfo.token.claim", "true",
                                "introspection.token.claim", "true"))));
    }

    private static Map<String, Object> mapper(String type, Map<String, String> config) {
        return Map.of("name", type, "protocol", "openid-connect", "protocolMapper", type, "config", config);
    }

    static PortalApp ofSomebodyElse() {
        return make("other-" + System.nanoTime(), Map.of(), Map.of(), List.of());
    }

    private static PortalApp make(
            String clientId,
            Map<String, String> attributes,
            Map<String, Object> more,
            List<Map<String, Object>> mappers) {
        Map<String, Object> client = new LinkedHashMap<>(more);
        client.put("clientId", clientId);
        client.put("secret", SECRET);
        // Only who is in a token's audience may ask about it.
        List<Map<String, Object>> all = new ArrayList<>(mappers);
        all.add(mapper(
                "oidc-audience-mapper", Map.of("included.client.audience", clientId, "access.token.claim", "true")));
        client.put("protocolMappers", all);
        client.put("redirectUris", List.of("http://127.0.0.1:1/*"));
        client.put("directAccessGrantsEnabled", true);
        client.put("serviceAccountsEnabled", true);
        Map<String, String> allAttributes = new LinkedHashMap<>(attributes);
        allAttributes.put("oauth2.device.authorization.grant.enabled", "true");
        allAttributes.put("oidc.ciba.grant.enabled", "true");
        allAttributes.put("standard.token.exchange.enabled", "true");
        client.put("attributes", allAttributes);
        String location = ok(Portal.administrator().post(CLIENTS, client)).header("Location");
        return new PortalApp(clientId, location.replaceAll(".*/", ""));
    }

    OidcLogin login(Http browser) {
        return new OidcLogin(browser, clientId, SECRET);
    }

    /** The tokens of a login over single sign-on. */
    Tokens tokens(Http browser, Map<String, String> more) {
        OidcLogin login = login(browser);
        return tokens(login.tokens(login.begin(more)));
    }

    Tokens tokens(com.fasterxml.jackson.databind.JsonNode response) {
        return new Tokens(response, clientId, SECRET);
    }

    Answer token(Map<String, String> form) {
        return post("token", form);
    }

    /** @param type {@code access_token} or {@code refresh_token} */
    Answer introspect(String token, String type) {
        return post("token/introspect", Map.of("token", token, "token_type_hint", type));
    }

    Answer post(String endpoint, Map<String, String> form) {
        Map<String, String> fields = new LinkedHashMap<>(form);
        fields.put("client_id", clientId);
        fields.put("client_secret", SECRET);
        return new Http().postForm(Stack.local().realmUrl() + "/protocol/openid-connect/" + endpoint, fields);
    }

    @Override
    public void close() {
        ok(Portal.administrator().delete(CLIENTS + "/" + id));
    }
}
