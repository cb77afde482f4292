package dev.clientportal.keycloak.company;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProviderFactory;

/** See {@link GuardedRefresh}. */
public final class GuardedRefreshFactory implements RefreshTokenProviderFactory {
    public static final String PROVIDER_ID = "client-portal";

    @Override
    public RefreshTokenProvider create(KeycloakSession session) {
        return new GuardedRefresh(session);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    /** Before Keycloak's own, which it does the work of. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
