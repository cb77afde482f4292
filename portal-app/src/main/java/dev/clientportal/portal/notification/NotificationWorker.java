package dev.clientportal.portal.notification;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** When notifications are delivered: after each commit that queued some, and every few seconds for what other nodes left or what failed. */
@ApplicationScoped
class NotificationWorker {
    private static final Logger LOG = Logger.getLogger(NotificationWorker.class);
    private static final int PATIENCE_SECONDS = 30;

    private final NotificationDelivery delivery;
    private final NotificationQueue queue;
    private final NotificationSettings settings;
    private final Clock clock;

    /** One works and one more waits, which sees all that is there by then. */
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            task -> new Thread(task, "notifications"),
            new ThreadPoolExecutor.DiscardPolicy());

    NotificationWorker(
            NotificationDelivery delivery, NotificationQueue queue, NotificationSettings settings, Clock clock) {
        this.delivery = delivery;
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Notifications.Queued queued) {
        wake();
    }

    @Scheduled(every = "{client-portal.notifications.every}")
    void wake() {
        thread.execute(this::work);
    }

    private void work() {
        try {
            delivery.deliver(thread::isShutdown);
        } catch (RuntimeException databaseIsAway) {
            LOG.warn("Notifications wait", databaseIsAway);
        }
    }

    @Scheduled(every = "1h", delayed = "1m")
    void forget() {
        queue.deleteFinished(clock.millis() - settings.keep().toMillis());
    }

    /** Lets the one under way end. Without an interrupt: that would close the embedded database's file. */
    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) LOG.warn("A notification is still under way");
    }
}
