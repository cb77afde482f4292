package dev.clientportal.keycloak.mail;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.timer.TimerProvider;

/** See {@link KeycloakMailDelivery}. Looks for left-over mails from time to time, on every node. */
public final class KeycloakMailDeliveryFactory implements MailDelivery.Factory {
    public static final String PROVIDER_ID = "keycloak";

    private DeliverySettings settings;
    private MailWorker worker;
    private QueueMetrics queue;

    @Override
    public MailDelivery create(KeycloakSession session) {
        return new KeycloakMailDelivery(session, worker, settings);
    }

    @Override
    public void init(Config.Scope config) {
        settings = DeliverySettings.from(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        worker = new MailWorker(factory, settings);
        queue = new QueueMetrics(factory);
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) poll(factory);
        });
    }

    private void poll(KeycloakSessionFactory factory) {
        try (KeycloakSession session = factory.create()) {
            TimerProvider timer = session.getProvider(TimerProvider.class);
            if (settings.wayOut() == WayOut.KEYCLOAK) {
                timer.schedule(worker::wake, settings.pollSeconds() * 1000L, "client-portal-mail");
            }
            timer.schedule(queue, QueueMetrics.REFRESH_MILLIS, "client-portal-mail-queue");
        }
    }

    @Override
    public void close() {
        if (worker != null) worker.close();
        if (queue != null) queue.close();
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return DeliverySettings.settings().stream()
                .map(setting -> setting.property())
                .toList();
    }
}
