package dev.clientportal.keycloak.storage;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Adds our tables to Keycloak's persistence unit and our changelog to its migrations. */
public final class PortalJpaProvider implements JpaEntityProvider {
    @Override
    public List<Class<?>> getEntities() {
        return JpaStore.ENTITIES;
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/client-portal-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return PortalJpaProviderFactory.PROVIDER_ID;
    }

    @Override
    public void close() {}
}
