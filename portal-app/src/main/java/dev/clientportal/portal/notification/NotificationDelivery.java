package dev.clientportal.portal.notification;

import dev.clientportal.portal.firm.Firm;
import dev.clientportal.portal.firm.Firms;
import dev.clientportal.portal.notification.ContactMails.Contact;
import dev.clientportal.portal.notification.ContactMails.Contacts;
import dev.clientportal.portal.notification.NotificationMetrics.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Brings what is due to Keycloak, one after the other. Any number of nodes may do so at once. */
@ApplicationScoped
class NotificationDelivery {
    private static final Logger LOG = Logger.getLogger(NotificationDelivery.class);
    private static final int LOOKED_UP_AT_ONCE = 50;
    private static final int LONGEST_REASON = 255;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final NotificationQueue queue;
    private final ContactMails mails;
    private final Firms firms;
    private final NotificationMetrics metrics;
    private final NotificationSettings settings;
    private final Clock clock;

    NotificationDelivery(
            NotificationQueue queue,
            ContactMails mails,
            Firms firms,
            NotificationMetrics metrics,
            NotificationSettings settings,
            Clock clock) {
        this.queue = queue;
        this.mails = mails;
        this.firms = firms;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
    }

    /** Goes on until nothing is due, or until it is told to stop. */
    void deliver(BooleanSupplier stopping) {
        int later = 0;
        String why = null;
        List<String> due = queue.due(LOOKED_UP_AT_ONCE);
        while (!due.isEmpty() && !stopping.getAsBoolean()) {
            for (String id : due) {
                if (stopping.getAsBoolean()) break;
                String reason = queue.take(id).map(this::deliver).orElse(null);
                if (reason != null) {
                    later++;
                    why = reason;
                }
            }
            due = queue.due(LOOKED_UP_AT_ONCE);
        }
        if (later > 0) LOG.warnf("%d notifications are tried again later, the last one because: %s", later, why);
    }

    /** @return why it is tried again later; null when it is done with */
    private String deliver(NotificationEntity leased) {
        try {
            if (leased.isForEverybody()) {
                expand(leased);
            } else {
                mails.send(firm(leased), leased);
                if (queue.finish(leased, NotificationState.SENT, null)) metrics.count(leased.kind, Outcome.SENT);
            }
            return null;
        } catch (UndeliveredException e) {
            return e.isForGood() ? refused(leased, e.getMessage()) : notNow(leased, e.getMessage(), e.pause());
        } catch (RuntimeException e) {
            LOG.debugf(e, "Notification %s could not be sent", leased.id);
            return notNow(leased, e.toString(), Duration.ZERO);
        }
    }

    private void expand(NotificationEntity leased) throws UndeliveredException {
        Firm firm = firm(leased);
        String after = null;
        do {
            Contacts page = mails.withAccess(firm, leased, after);
            after = page.next();
            List<String> contacts = page.items().stream().map(Contact::userId).toList();
            if (!queue.expand(leased, contacts, after == null)) return;
        } while (after != null);
    }

    /** A domain that leads to another realm meanwhile is none of this firm's. */
    private Firm firm(NotificationEntity leased) throws UndeliveredException {
        return firms.find(leased.domain)
                .filter(found -> found.realm().equals(leased.firm) && found.clientId() != null)
                .orElseThrow(() -> UndeliveredException.forNow(
                        "The firm has no portal with a client of its own at " + leased.domain, Duration.ZERO));
    }

    private String refused(NotificationEntity leased, String reason) {
        if (queue.finish(leased, NotificationState.REFUSED, shortened(reason))) {
            metrics.count(leased.kind, Outcome.REFUSED);
        }
        return null;
    }

    private String notNow(NotificationEntity leased, String reason, Duration asked) {
        long now = clock.millis();
        if (now - leased.createdAt >= settings.giveUpAfter().toMillis()) {
            if (queue.finish(leased, NotificationState.GIVEN_UP, shortened(reason))) {
                metrics.count(leased.kind, Outcome.GIVEN_UP);
                LOG.warnf(
                        "Notification %s of the firm %s is given up after %d attempts: %s",
                        leased.id, leased.firm, leased.attempts, reason);
            }
            return null;
        }
        if (!queue.postpone(leased, now + pause(leased.attempts, asked), shortened(reason))) return null;
        metrics.count(leased.kind, Outcome.RETRIED);
        return reason;
    }

    /** Never shorter than what was asked for, and no two alike, so that an outage does not end in a rush. */
    private static long pause(int attempts, Duration asked) {
        long doubled = FIRST_PAUSE.toMillis() << Math.min(attempts - 1, 10);
        long pause = Math.max(asked.toMillis(), Math.min(doubled, LONGEST_PAUSE.toMillis()));
        return pause + ThreadLocalRandom.current().nextLong(pause / 2);
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
