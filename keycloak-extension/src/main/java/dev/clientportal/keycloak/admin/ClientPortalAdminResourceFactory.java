package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.background.Background;
import java.util.concurrent.TimeUnit;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.timer.TimerProvider;

/** Mounts staff REST under the realm's admin REST. */
public final class ClientPortalAdminResourceFactory implements AdminRealmResourceProviderFactory {
    /** Also the path. */
    public static final String PROVIDER_ID = "client-portal";

    private static final String TIMER = "client-portal-openings";
    private static final long LOOK_MILLIS = TimeUnit.SECONDS.toMillis(30);

    private Background openings;

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return new Mount(openings);
    }

    private record Mount(Background openings) implements AdminRealmResourceProvider {
        @Override
        public Object getResource(
                KeycloakSession session,
                RealmModel realm,
                AdminPermissionEvaluator auth,
                AdminEventBuilder adminEvent) {
            StaffCall call = new StaffCall(session, realm, new Staff(auth, realm), adminEvent);
            return new ClientPortalAdminResource(call, openings);
        }

        @Override
        public void close() {}
    }

    /** Openings begin at once on the node that was asked; every node looks for one that another node left behind. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        openings = new Background(TIMER, new OpeningWork(factory));
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) schedule(factory);
        });
    }

    private void schedule(KeycloakSessionFactory factory) {
        try (KeycloakSession session = factory.create()) {
            session.getProvider(TimerProvider.class).schedule(openings::wake, LOOK_MILLIS, TIMER);
        }
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void close() {
        if (openings != null) openings.close();
    }
}
