package dev.clientportal.connectors.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.connectors.settings.Settings;
import dev.clientportal.connectors.upstream.Away;
import dev.clientportal.connectors.upstream.Upstream;
import dev.clientportal.connectors.upstream.Upstream.Reply;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Access tokens of the connectors' own service account in each realm, kept until shortly before they end. */
public final class ServiceTokens {
    private static final long SPARE_MILLIS = 10_000;

    private final Realms realms;
    private final Upstream upstream;
    private final Clock clock;
    private final String credentials;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, long until) {}

    public ServiceTokens(Settings settings, Realms realms, Upstream upstream, Clock clock) {
        this.realms = realms;
        this.upstream = upstream;
        this.clock = clock;
        this.credentials = basic(settings.get(Settings.CLIENT_ID), settings.get(Settings.CLIENT_SECRET));
    }

    /** For {@code Authorization}. */
    public String bearer(String realm) {
        Token kept = tokens.get(realm);
        if (kept == null || kept.until < clock.millis()) {
            kept = fetch(realm);
            tokens.put(realm, kept);
        }
        return "Bearer " + kept.value;
    }

    /** After a refusal: the token may have ended with the server's keys. */
    public void forget(String realm) {
        tokens.remove(realm);
    }

    /** Of the connectors' own client, to authenticate at Keycloak's endpoints. */
    public String credentials() {
        return credentials;
    }

    private Token fetch(String realm) {
        Reply reply = upstream.send(form(upstream, realms.token(realm), Map.of("grant_type", "client_credentials"))
                .header("Authorization", credentials));
        JsonNode body = reply.body();
        if (reply.status() != 200) {
            String why = body.path("error_description").asText("Keycloak answered " + reply.status());
            // Somebody is changing the client or its secret; nothing is wrong with the work.
            throw new Away("The connectors' client gets no token: " + why + ".", 0, true);
        }
        long life = body.path("expires_in").asLong(60) * 1000;
        return new Token(body.path("access_token").asText(), clock.millis() + life - Math.min(SPARE_MILLIS, life / 2));
    }

    /** A form-encoded POST. */
    public static HttpRequest.Builder form(Upstream upstream, String url, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return upstream.to(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    /** RFC 6749, section 2.3.1: both parts are form-encoded first. */
    private static String basic(String id, String secret) {
        String both =
                URLEncoder.encode(id, StandardCharsets.UTF_8) + ":" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
