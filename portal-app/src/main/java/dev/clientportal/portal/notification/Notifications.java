package dev.clientportal.portal.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.hibernate.Session;

/**
 * Tells contacts by mail. What is queued belongs to the caller's transaction: once that commits it is sent, a moment or an
 * outage later, and if it does not, nobody hears of it.
 */
@ApplicationScoped
public class Notifications {
    private final Session database;
    private final Clock clock;
    private final Event<Queued> queued;

    Notifications(Session database, Clock clock, Event<Queued> queued) {
        this.database = database;
        this.clock = clock;
        this.queued = queued;
    }

    /** There is something to send as soon as the transaction commits. */
    record Queued() {}

    @Transactional(Transactional.TxType.MANDATORY)
    public void queue(Notification notification) {
        queue(List.of(notification));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void queue(List<Notification> notifications) {
        long now = clock.millis();
        notifications.forEach(notification -> database.persist(NotificationEntity.of(notification, now)));
        queued.fire(new Queued());
    }
}
