package dev.clientportal.keycloak.contact;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** See {@link PortalRealmResource}. */
public final class PortalRealmResourceFactory implements RealmResourceProviderFactory {
    public static final String PROVIDER_ID = "client-portal";

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new PortalRealmResource(session);
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
