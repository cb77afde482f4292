package dev.clientportal.keycloak.cleanup;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.timer.TimerProvider;

/** See {@link Cleanup}. Every node has the timer; the cluster lets one of them work at a time. */
public final class PeriodicCleanupFactory implements Cleanup.Factory {
    public static final String PROVIDER_ID = "periodic";

    private static final Logger LOG = Logger.getLogger(PeriodicCleanupFactory.class);
    private static final String TASK = "client-portal-cleanup";
    private static final int GIVE_UP_SECONDS = (int) TimeUnit.HOURS.toSeconds(1);

    private CleanupSettings settings;
    private KeycloakSessionFactory sessions;

    @Override
    public Cleanup create(KeycloakSession session) {
        return new PeriodicCleanup(sessions, settings);
    }

    @Override
    public void init(Config.Scope config) {
        settings = CleanupSettings.from(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        sessions = factory;
        factory.register(new RemovalListener());
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) schedule();
        });
    }

    private void schedule() {
        try (KeycloakSession session = sessions.create()) {
            session.getProvider(TimerProvider.class)
                    .schedule(this::runElsewhere, TimeUnit.MINUTES.toMillis(settings.intervalMinutes()), TASK);
        }
    }

    /** Not on the timer's own thread: all of the server's timers share it. */
    private void runElsewhere() {
        try (KeycloakSession session = sessions.create()) {
            session.getProvider(ExecutorsProvider.class).getExecutor(TASK).execute(this::runOnOneNode);
        }
    }

    private void runOnOneNode() {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> session.getProvider(ClusterProvider.class)
                    .executeIfNotExecuted(TASK, GIVE_UP_SECONDS, () -> {
                        int removed = session.getProvider(Cleanup.class).run();
                        LOG.debugf("Removed %d rows that were over", removed);
                        return null;
                    }));
        } catch (RuntimeException failed) {
            LOG.error("The clean-up failed; the next one is in " + settings.intervalMinutes() + " minutes", failed);
        }
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return CleanupSettings.settings().stream()
                .map(setting -> setting.property())
                .toList();
    }
}
