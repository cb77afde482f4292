package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.mail.Outbox.LeasedMail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/**
 * What becomes of mails that were tried, whichever way they went out: the ledger, when they are tried again, and whether
 * the mail server is given a rest. It is all written in the transaction that is open.
 */
final class MailOutcomes {
    private static final Logger LOG = Logger.getLogger(MailOutcomes.class);
    private static final long FIRST_PAUSE = 2_000;
    private static final long LONGEST_PAUSE = 60_000;
    private static final long FIRST_RETRY = 60_000;
    private static final long LONGEST_RETRY = 3_600_000;
    private static final int MOST_DOUBLINGS = 10;

    private final KeycloakSession session;
    private final DeliverySettings settings;
    private final Outbox outbox;
    private final Set<String> pausedRealms = new HashSet<>();
    private final List<Runnable> counts = new ArrayList<>();

    MailOutcomes(KeycloakSession session, DeliverySettings settings) {
        this.session = session;
        this.settings = settings;
        this.outbox = session.getProvider(Outbox.class);
    }

    void sent(TriedMail mail) {
        long now = Time.currentTimeMillis();
        Duration took = Duration.ofMillis(now - mail.queuedAt());
        outbox.sent(mail.id(), mail.addressHash(), now);
        if (mail.leased().serverFailures() > 0) outbox.serverWorks(mail.leased().realmId());
        if (mail.link() == MailLink.INVITATION && took.toSeconds() > settings.slowSeconds()) {
            SlowDeliveryEvent.fire(session, mail.leased(), took);
        }
        counts.add(() -> MailMetrics.delivered(mail.kind(), took));
    }

    void failed(TriedMail mail, SendFailure failure, String reason) {
        LOG.warnf(
                "Mail %s of realm %s was not sent: %s", mail.id(), mail.leased().realmId(), reason);
        switch (failure) {
            case ADDRESS, CONTENT -> {
                String refused = failure == SendFailure.ADDRESS ? mail.addressHash() : null;
                outbox.refused(mail.id(), refused, reason, Time.currentTimeMillis());
                counts.add(() -> MailMetrics.mail(mail.kind(), "failed"));
            }
            case LATER -> retry(mail.leased(), reason);
            case SERVER -> {
                outbox.release(mail.id(), reason);
                rest(mail.leased());
            }
        }
    }

    /** Gives it back untried. */
    void untried(LeasedMail leased, String reasonOrNull) {
        boolean isServer = pausedRealms.contains(leased.realmId());
        outbox.release(leased.id(), isServer ? SendFailure.SERVER.reason() : reasonOrNull);
    }

    /** After a growing pause. */
    void retry(LeasedMail leased, String reason) {
        int attempts = outbox.find(leased.id()).map(Mail::getAttempts).orElse(0);
        outbox.retry(leased.id(), reason, Time.currentTimeMillis() + pause(FIRST_RETRY, LONGEST_RETRY, attempts));
    }

    /** Once for all mails that met the same failure. */
    private void rest(LeasedMail leased) {
        if (!pausedRealms.add(leased.realmId())) return;
        long pause = pause(FIRST_PAUSE, LONGEST_PAUSE, leased.serverFailures());
        outbox.serverFailed(leased.realmId(), Time.currentTimeMillis() + pause);
    }

    /** To be called when it was committed. */
    void count() {
        counts.forEach(Runnable::run);
    }

    private static long pause(long first, long longest, int failures) {
        return Math.min(longest, first << Math.min(failures, MOST_DOUBLINGS));
    }
}
