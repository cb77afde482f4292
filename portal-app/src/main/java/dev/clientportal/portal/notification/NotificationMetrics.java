package dev.clientportal.portal.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Locale;

/** What an operator can see of it; the README has the names. */
@ApplicationScoped
class NotificationMetrics {
    /** What became of one attempt. */
    enum Outcome {
        SENT,
        REFUSED,
        RETRIED,
        GIVEN_UP
    }

    private final MeterRegistry meters;
    private final NotificationQueue queue;
    private final Clock clock;

    NotificationMetrics(MeterRegistry meters, NotificationQueue queue, Clock clock) {
        this.meters = meters;
        this.queue = queue;
        this.clock = clock;
    }

    void register(@Observes StartupEvent start) {
        Gauge.builder("client_portal_notifications_waiting", queue, asked -> asked.waiting()
                        .count())
                .strongReference(true)
                .register(meters);
        Gauge.builder(
                        "client_portal_notifications_oldest_seconds",
                        queue,
                        asked -> age(asked.waiting().since()))
                .strongReference(true)
                .register(meters);
    }

    private double age(Long since) {
        return since == null ? 0 : (clock.millis() - since) / 1000.0;
    }

    void count(NotificationKind kind, Outcome outcome) {
        meters.counter("client_portal_notifications", "kind", code(kind), "outcome", code(outcome))
                .increment();
    }

    private static String code(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
