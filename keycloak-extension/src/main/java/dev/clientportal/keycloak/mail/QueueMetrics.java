package dev.clientportal.keycloak.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * How many mails wait, and for how long. The queue is asked about by a timer, so that a scrape costs no query. All nodes
 * share one queue and report the same.
 */
final class QueueMetrics implements Runnable, AutoCloseable {
    static final long REFRESH_MILLIS = 15_000;

    private static final Logger LOG = Logger.getLogger(QueueMetrics.class);

    private final KeycloakSessionFactory sessions;
    private final List<Gauge> gauges;
    private volatile Outbox.Waiting waiting = new Outbox.Waiting(0, 0);

    QueueMetrics(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
        this.gauges = List.of(
                Gauge.builder("client_portal_mails_waiting", this, queue -> queue.waiting.mails())
                        .description("Mails in the queue")
                        .register(Metrics.globalRegistry),
                Gauge.builder("client_portal_mails_oldest_seconds", this, QueueMetrics::oldestSeconds)
                        .description("How long the first mail in the queue has been waiting")
                        .register(Metrics.globalRegistry));
    }

    private double oldestSeconds() {
        Outbox.Waiting now = waiting;
        return now.mails() == 0 ? 0 : Math.max(0, Time.currentTimeMillis() - now.oldest()) / 1000.0;
    }

    @Override
    public void run() {
        try {
            waiting = KeycloakModelUtils.runJobInTransactionWithResult(
                    sessions, session -> session.getProvider(Outbox.class).waiting());
        } catch (RuntimeException failed) {
            LOG.warn("The mail queue could not be measured", failed);
        }
    }

    @Override
    public void close() {
        gauges.forEach(Metrics.globalRegistry::remove);
    }
}
