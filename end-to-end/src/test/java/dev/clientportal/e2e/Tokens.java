package dev.clientportal.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What a client got for its code, and what it can do with it. */
public record Tokens(JsonNode response, String clientId, String secret) {
    private static final String OIDC = "/protocol/openid-connect/";

    /** The tokens of a public client. */
    public static Tokens of(JsonNode response, String clientId) {
        return new Tokens(response, clientId, null);
    }

    public String access() {
        return response.path("access_token").asText();
    }

    public String refresh() {
        return response.path("refresh_token").asText();
    }

    public JsonNode claims() {
        return claims(access());
    }

    public JsonNode idClaims() {
        return claims(response.path("id_token").asText());
    }

    /** The payload of a token, unchecked. */
    public static JsonNode claims(String token) {
        try {
            return Answer.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The aliases in the organization claim. */
    public List<String> companies() {
        return companies(claims());
    }

    public static List<String> companies(JsonNode claims) {
        JsonNode claim = claims.path("organization");
        if (claim.isTextual()) return List.of(claim.asText());
        if (claim.isObject())
            return claim.properties().stream().map(Map.Entry::getKey).toList();
        return StreamSupport.stream(claim.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    public Answer tryRefresh(Map<String, String> more) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refresh());
        form.putAll(more);
        return token(form);
    }

    public Answer tryRefresh() {
        return tryRefresh(Map.of());
    }

    public Tokens refreshed() {
        return new Tokens(Portal.ok(tryRefresh()).json(), clientId, secret);
    }

    /** Any grant, with the client's own name and secret. */
    public Answer token(Map<String, String> form) {
        return post("token", form);
    }

    public Answer userinfo() {
        return Api.bearer(access()).get("/realms/northwind" + OIDC + "userinfo");
    }

    private Answer post(String endpoint, Map<String, String> form) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", clientId);
        if (secret != null) fields.put("client_secret", secret);
        fields.putAll(form);
        return new Http().postForm(Stack.local().realmUrl() + OIDC + endpoint, fields);
    }
}
