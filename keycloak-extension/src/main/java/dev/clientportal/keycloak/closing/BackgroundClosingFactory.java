package dev.clientportal.keycloak.closing;

import dev.clientportal.keycloak.background.Background;
import java.util.concurrent.TimeUnit;
import org.keycloak.Config;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.timer.TimerProvider;

/**
 * Begins at once on the node that closed the portal. Every node looks from time to time for one that another node left
 * behind.
 */
public final class BackgroundClosingFactory implements SessionClosing.Factory {
    public static final String PROVIDER_ID = "background";

    private static final String TIMER = "client-portal-closing";
    private static final long LOOK_MILLIS = TimeUnit.SECONDS.toMillis(30);

    private Background background;

    @Override
    public SessionClosing create(KeycloakSession session) {
        return new BackgroundClosing(session, background);
    }

    private record BackgroundClosing(KeycloakSession session, Background background) implements SessionClosing {
        @Override
        public void start(String realmId, String orgIdOrNull) {
            session.getProvider(Closings.class).start(realmId, orgIdOrNull, Time.currentTimeMillis());
            background.wakeAfterCommit(session);
        }

        @Override
        public void close() {}
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        background = new Background(TIMER, new ClosingWork(factory));
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) schedule(factory);
        });
    }

    private void schedule(KeycloakSessionFactory factory) {
        try (KeycloakSession session = factory.create()) {
            session.getProvider(TimerProvider.class).schedule(background::wake, LOOK_MILLIS, TIMER);
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
        if (background != null) background.close();
    }
}
