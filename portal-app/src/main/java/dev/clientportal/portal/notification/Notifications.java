package dev.clientportal.portal.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.hibernate.LockMode;
import org.hibernate.Session;

/**
 * Tells contacts by mail. What is queued belongs to the caller's transaction: once that commits it is sent, a moment or an
 * outage later, and if it does not, nobody hears of it.
 */
@ApplicationScoped
public class Notifications {
    private final Session database;
    private final NotificationSettings settings;
    private final Clock clock;
    private final Event<Queued> queued;

    Notifications(Session database, NotificationSettings settings, Clock clock, Event<Queued> queued) {
        this.database = database;
        this.settings = settings;
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
        queue(Set.of(), notifications);
    }

    /** @param leftOut contacts who get none of those that are to everybody */
    @Transactional(Transactional.TxType.MANDATORY)
    public void queue(Set<String> leftOut, List<Notification> notifications) {
        long now = clock.millis();
        for (Notification notification : notifications) {
            NotificationEntity made = NotificationEntity.of(notification, now);
            database.persist(made);
            if (made.isForEverybody()) leftOut.forEach(contact -> database.persist(made.leftOut(contact, now)));
        }
        queued.fire(new Queued());
    }

    /** For what files often come behind. It waits a minute, and what is gathered for the same contact and page joins it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void announce(Notification notification) {
        begin(notification, clock.millis());
    }

    private void begin(Notification notification, long now) {
        NotificationEntity waiting = NotificationEntity.of(notification, now);
        waiting.dueAt = now + settings.gather().toMillis();
        database.persist(waiting);
    }

    /**
     * For what often comes several at a time, as files do. It waits a minute, and what is gathered for the same contact, kind
     * and page meanwhile joins it: the mail's title is the first one's, and its text lists all. Where a task is announced, it
     * joins that.
     *
     * @param notification its title is the line; it has no text
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void gather(Notification notification) {
        long now = clock.millis();
        long window = settings.gather().toMillis();
        database.createSelectionQuery("""
                        from NotificationEntity where companyId = :company and userId = :user and finishedAt is null
                        and firm = :firm and kind in (:kind, TASK_ASSIGNED) and target = :target
                        and dueAt = createdAt + :window and dueAt > :soon order by createdAt desc
                        """, NotificationEntity.class)
                .setParameter("company", notification.companyId())
                .setParameter("user", notification.userId())
                .setParameter("firm", notification.firm())
                .setParameter("kind", notification.kind())
                .setParameter("target", notification.target())
                .setParameter("window", window)
                // What is due any moment may be on its way already.
                .setParameter("soon", now + window / 10)
                .setMaxResults(1)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .ifPresentOrElse(waiting -> waiting.join(notification), () -> begin(notification, now));
    }
}
