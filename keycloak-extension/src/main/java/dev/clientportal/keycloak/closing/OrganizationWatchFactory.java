package dev.clientportal.keycloak.closing;

import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Ends the sessions in an organization that is switched off in Keycloak's console. Keycloak has no event of its model for
 * that, so this listens to what admins do, in every realm and without being chosen there.
 */
public final class OrganizationWatchFactory implements EventListenerProviderFactory {
    public static final String PROVIDER_ID = "client-portal-organization-watch";

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new OrganizationWatch(session);
    }

    private record OrganizationWatch(KeycloakSession session) implements EventListenerProvider {
        @Override
        public void onEvent(Event event) {}

        @Override
        public void onEvent(AdminEvent event, boolean includeRepresentation) {
            boolean changed = event.getResourceType() == ResourceType.ORGANIZATION
                    && event.getOperationType() == OperationType.UPDATE
                    && event.getError() == null;
            if (!changed) return;
            String id = event.getResourcePath().replaceFirst(".*/", "");
            OrganizationModel organization =
                    session.getProvider(OrganizationProvider.class).getById(id);
            if (organization == null || organization.isEnabled()) return;
            session.getProvider(SessionClosing.class).start(event.getRealmId(), id);
        }

        @Override
        public void close() {}
    }

    @Override
    public boolean isGlobal() {
        return true;
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
