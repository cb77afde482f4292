package dev.clientportal.testsupport;

import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** {@code /realms/{realm}/client-portal-test}: open to everybody who reaches the server. Tests only. */
public final class TestResourceProviderFactory implements RealmResourceProviderFactory {
    public static final String PROVIDER_ID = "client-portal-test";

    private static final Logger LOG = Logger.getLogger(TestResourceProviderFactory.class);

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new TestResource(session);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        LOG.warn("The test support of the client portal is installed. Anybody can read the whole database and move the"
                + " clock. Remove client-portal-test-support from providers/ unless this server is a test's.");
    }

    @Override
    public void close() {}
}
