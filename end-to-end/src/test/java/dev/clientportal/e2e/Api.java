package dev.clientportal.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/**
 * A caller of the REST interfaces. Paths are relative to the server ({@code /admin/realms/northwind/…}). A token that
 * expired, because a test moved the clock, is renewed once. Every answer of staff REST must be one that its OpenAPI file
 * announces.
 */
public final class Api {
    private static final Map<String, String> NOBODY = Map.of();

    private final Http http = new Http();
    private final String tokenRealm;
    private final Map<String, String> grant;
    private String token;

    private Api(String tokenRealm, Map<String, String> grant) {
        this.tokenRealm = tokenRealm;
        this.grant = grant;
    }

    public static Api anonymous() {
        return new Api("northwind", NOBODY);
    }

    /** A caller with this bearer token, as a client of the portal has it. */
    public static Api bearer(String token) {
        Api api = new Api("northwind", NOBODY);
        api.token = token;
        return api;
    }

    /** A person of the firm; in the demo realm the password is the name. */
    public static Api staff(String name) {
        return user("northwind", name, name);
    }

    public static Api administrator() {
        return user("master", "admin", "admin");
    }

    public static Api user(String realm, String name, String password) {
        return user(realm, "admin-cli", name, password);
    }

    public static Api user(String realm, String clientId, String name, String password) {
        return new Api(
                realm, Map.of("grant_type", "password", "client_id", clientId, "username", name, "password", password));
    }

    public static Api automation() {
        return client("northwind", "portal-automation", "portal-automation");
    }

    public static Api client(String realm, String clientId, String secret) {
        return new Api(
                realm, Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Some of Keycloak's own calls say in the body what to take away. */
    public Answer delete(String path, Object body) {
        return send(json(request(path)).method("DELETE", BodyPublishers.ofString(written(body))));
    }

    public Answer post(String path) {
        return post(path, Map.of());
    }

    public Answer post(String path, Object body) {
        return send(json(request(path)).POST(BodyPublishers.ofString(written(body))));
    }

    public Answer put(String path, Object body) {
        return send(json(request(path)).PUT(BodyPublishers.ofString(written(body))));
    }

    public Answer postText(String path, String text) {
        return send(request(path).header("Content-Type", "text/plain").POST(BodyPublishers.ofString(text)));
    }

    /** For what the others cannot say: own headers, broken bodies. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(Stack.local().baseUrl() + path));
    }

    public Answer send(HttpRequest.Builder builder) {
        Answer answer = sendAs(builder);
        Contract.check(answer);
        return answer;
    }

    private Answer sendAs(HttpRequest.Builder builder) {
        if (grant.equals(NOBODY)) {
            return http.send(token == null ? builder : builder.setHeader("Authorization", "Bearer " + token));
        }
        Answer answer = sendWithToken(builder);
        if (answer.status() == 401) {
            token = null;
            return sendWithToken(builder);
        }
        return answer;
    }

    private Answer sendWithToken(HttpRequest.Builder builder) {
        if (token == null) token = freshToken();
        return http.send(builder.setHeader("Authorization", "Bearer " + token));
    }

    /** For callers of another kind. */
    public String freshToken() {
        Answer answer =
                new Http().postForm(Stack.local().realmUrl(tokenRealm) + "/protocol/openid-connect/token", grant);
        if (answer.status() != 200) throw new AssertionError("No token: " + answer);
        return answer.json().path("access_token").asText();
    }

    private static HttpRequest.Builder json(HttpRequest.Builder builder) {
        return builder.header("Content-Type", "application/json");
    }

    private static String written(Object body) {
        try {
            return Answer.JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
