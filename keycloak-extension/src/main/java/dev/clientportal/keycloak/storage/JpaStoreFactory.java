package dev.clientportal.keycloak.storage;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/** What the stores' factories share: their name, and nothing to configure. */
abstract class JpaStoreFactory<T extends Provider> implements ProviderFactory<T> {
    static final String PROVIDER_ID = "database";

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
