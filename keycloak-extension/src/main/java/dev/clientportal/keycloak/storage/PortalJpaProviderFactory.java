package dev.clientportal.keycloak.storage;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** See {@link PortalJpaProvider}. */
public final class PortalJpaProviderFactory implements JpaEntityProviderFactory {
    /** Keycloak names the changelog table after the first ten letters: DATABASECHANGELOG_CPORTAL. */
    public static final String PROVIDER_ID = "cportal";

    private static final PortalJpaProvider PROVIDER = new PortalJpaProvider();

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return PROVIDER;
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
