package dev.clientportal.connectors.portal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.connectors.keycloak.KeycloakAdmin;
import dev.clientportal.connectors.settings.Settings;
import dev.clientportal.connectors.upstream.Away;
import dev.clientportal.connectors.upstream.Upstream;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The portal app's machine REST, at the address of each realm's firm. */
public final class PortalApi {
    private static final String WHO = "The portal";
    private static final long HOLDS_MILLIS = 60_000;

    private final String portal;
    private final String reached;
    private final KeycloakAdmin keycloak;
    private final Upstream upstream;
    private final Clock clock;
    private final Map<String, Firm> firms = new ConcurrentHashMap<>();

    private record Firm(String domain, long until) {}

    public PortalApi(Settings settings, KeycloakAdmin keycloak, Upstream upstream, Clock clock) {
        this.portal = Settings.withoutSlash(settings.get(Settings.PORTAL_URL));
        this.reached = settings.has(Settings.PORTAL_INTERNAL_URL)
                ? Settings.withoutSlash(settings.get(Settings.PORTAL_INTERNAL_URL))
                : portal;
        this.keycloak = keycloak;
        this.upstream = upstream;
        this.clock = clock;
    }

    /** @param path below {@code /api/v1} */
    public JsonNode get(String realm, String path) {
        String url = reached + place(realm) + "/api/v1" + path;
        return Upstream.good(WHO, keycloak.send(realm, () -> upstream.to(url).GET()));
    }

    public JsonNode post(String realm, String path, Object body) {
        String url = reached + place(realm) + "/api/v1" + path;
        return Upstream.good(WHO, keycloak.send(realm, () -> upstream.json(url, "POST", body)));
    }

    /** Of the firm's portal, for contacts and machines. */
    public String address(String realm) {
        return portal + place(realm);
    }

    private String place(String realm) {
        Firm firm = firms.get(realm);
        if (firm == null || firm.until < clock.millis()) {
            String domain = keycloak.get(realm, "/firm").path("domainAscii").asText();
            if (domain.isEmpty()) throw new Away("The firm has no portal domain yet.", 0, true);
            firm = new Firm(domain, clock.millis() + HOLDS_MILLIS);
            firms.put(realm, firm);
        }
        return "/f/" + firm.domain;
    }
}
