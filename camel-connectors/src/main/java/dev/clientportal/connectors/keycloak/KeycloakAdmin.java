package dev.clientportal.connectors.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.connectors.upstream.Upstream;
import dev.clientportal.connectors.upstream.Upstream.Reply;
import java.net.http.HttpRequest;
import java.util.function.Supplier;

/** The client portal's staff REST in Keycloak, as the connectors' service account. */
public final class KeycloakAdmin {
    private static final String WHO = "Keycloak";

    private final Realms realms;
    private final ServiceTokens tokens;
    private final Upstream upstream;

    public KeycloakAdmin(Realms realms, ServiceTokens tokens, Upstream upstream) {
        this.realms = realms;
        this.tokens = tokens;
        this.upstream = upstream;
    }

    /** @param path below {@code /client-portal} */
    public JsonNode get(String realm, String path) {
        return Upstream.good(
                WHO, send(realm, () -> upstream.to(address(realm, path)).GET()));
    }

    public JsonNode post(String realm, String path, Object body) {
        return Upstream.good(WHO, send(realm, () -> upstream.json(address(realm, path), "POST", body)));
    }

    /** Whatever is answered. */
    public Reply send(String realm, Supplier<HttpRequest.Builder> request) {
        Reply reply = upstream.send(request.get().header("Authorization", tokens.bearer(realm)));
        // A role that was given meanwhile is in the next token.
        if (reply.status() == 403) tokens.forget(realm);
        if (reply.status() != 401) return reply;
        tokens.forget(realm);
        return upstream.send(request.get().header("Authorization", tokens.bearer(realm)));
    }

    private String address(String realm, String path) {
        return realms.admin(realm) + "/client-portal" + path;
    }
}
