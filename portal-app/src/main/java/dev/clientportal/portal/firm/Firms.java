package dev.clientportal.portal.firm;

import dev.clientportal.portal.PortalSettings;
import io.quarkus.cache.CacheInvalidate;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The firms whose portals this application shows, asked from Keycloak by the domain; nothing is configured here. */
@ApplicationScoped
public class Firms {
    private final Keycloak keycloak;
    private final PortalSettings settings;

    Firms(Keycloak keycloak, PortalSettings settings) {
        this.keycloak = keycloak;
        this.settings = settings;
    }

    /** Kept for a minute, as Keycloak allows. */
    @CacheResult(cacheName = "firms")
    public Optional<Firm> find(String domain) {
        return read(domain);
    }

    /** As it is now, whatever was kept. */
    @CacheInvalidate(cacheName = "firms")
    public Optional<Firm> now(String domain) {
        return read(domain);
    }

    private Optional<Firm> read(String domain) {
        return keycloak.read(
                settings.keycloakUrl() + "/realms/" + settings.lookUpRealm() + "/client-portal/portals/"
                        + URLEncoder.encode(domain, StandardCharsets.UTF_8),
                null,
                Set.of(404),
                Firm.class);
    }
}
