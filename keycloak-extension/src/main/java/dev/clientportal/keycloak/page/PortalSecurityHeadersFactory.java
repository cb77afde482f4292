package dev.clientportal.keycloak.page;

import org.keycloak.headers.DefaultSecurityHeadersProviderFactory;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;

/** Takes the place of Keycloak's own headers provider; see {@link PortalSecurityHeaders}. */
public final class PortalSecurityHeadersFactory extends DefaultSecurityHeadersProviderFactory {
    public static final String PROVIDER_ID = "client-portal-headers";

    @Override
    public SecurityHeadersProvider create(KeycloakSession session) {
        return new PortalSecurityHeaders(session);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public int order() {
        return 1;
    }
}
