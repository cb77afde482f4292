package dev.clientportal.portal.firm;

import dev.clientportal.portal.PortalSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/**
 * Where this application asks Keycloak. Issuers of tokens and what Keycloak says of itself have its public address, which
 * leads nowhere in a network that has Keycloak under another name.
 */
@ApplicationScoped
public class KeycloakAddress {
    private final String known;
    private final String asked;

    KeycloakAddress(PortalSettings settings) {
        known = settings.keycloakUrl();
        asked = settings.keycloakInternalUrl().orElse(known);
    }

    /** For what has this public address; what is not Keycloak's stays as it is. */
    public URI of(String address) {
        return URI.create(address.startsWith(known + "/") ? asked + address.substring(known.length()) : address);
    }
}
