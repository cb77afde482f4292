package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.link.Secrets;
import dev.clientportal.keycloak.mail.Outbox.LeasedMail;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Sends leased mails one after the other. After a mail server failed, the rest of its realm's mails wait untried. */
final class MailLane {
    private static final Logger LOG = Logger.getLogger(MailLane.class);
    private static final long FIRST_PAUSE = 2_000;
    private static final long LONGEST_PAUSE = 60_000;
    private static final long FIRST_RETRY = 60_000;
    private static final long LONGEST_RETRY = 3_600_000;
    private static final int MOST_DOUBLINGS = 10;

    private final KeycloakSessionFactory sessions;
    private final DeliverySettings settings;
    private final Map<String, Optional<RenderedMail>> ready;
    private final Set<String> pausedRealms = new HashSet<>();

    /** @param ready what is made ready already, by the mail's id: empty for a mail that is not to be sent any more */
    MailLane(KeycloakSessionFactory sessions, DeliverySettings settings, Map<String, Optional<RenderedMail>> ready) {
        this.sessions = sessions;
        this.settings = settings;
        this.ready = ready;
    }

    void send(List<LeasedMail> mails) {
        for (LeasedMail mail : mails) {
            try {
                send(mail);
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "Mail %s could not be made; it is tried again", mail.id());
                retry(mail, "The mail could not be made: see the server log.");
            }
        }
    }

    private void send(LeasedMail mail) {
        if (pausedRealms.contains(mail.realmId())) {
            inTransaction(session -> outbox(session).release(mail.id(), SendFailure.SERVER.reason()));
            return;
        }
        Optional<RenderedMail> rendered = ready.containsKey(mail.id()) ? ready.get(mail.id()) : render(mail);
        if (rendered.isEmpty()) return;
        try {
            post(mail, rendered.get());
            sent(mail, rendered.get());
        } catch (EmailException failed) {
            failed(mail, rendered.get(), SendFailure.of(failed));
        }
    }

    private Optional<RenderedMail> render(LeasedMail mail) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> new MailRenderer(session, settings).render(mail.id()));
    }

    /** The session is there for Keycloak's own sender; it makes no use of the database. */
    private void post(LeasedMail leased, RenderedMail mail) throws EmailException {
        try (KeycloakSession session = sessions.create()) {
            session.getTransactionManager().begin();
            session.getContext().setRealm(session.realms().getRealm(leased.realmId()));
            session.getTransactionManager().commit();
            session.getProvider(EmailSenderProvider.class)
                    .send(mail.server(), mail.address(), mail.subject(), mail.text(), mail.html());
        }
    }

    private void sent(LeasedMail leased, RenderedMail mail) {
        long now = Time.currentTimeMillis();
        Duration took = Duration.ofMillis(now - mail.queuedAt());
        inTransaction(session -> {
            outbox(session).sent(leased.id(), Secrets.addressHash(mail.address()), now);
            if (leased.serverFailures() > 0) outbox(session).serverWorks(leased.realmId());
            if (mail.link() == MailLink.INVITATION && took.toSeconds() > settings.slowSeconds()) {
                SlowDeliveryEvent.fire(session, leased, took);
            }
        });
        MailMetrics.delivered(mail.kind(), took);
    }

    private void failed(LeasedMail leased, RenderedMail mail, SendFailure failure) {
        LOG.warnf("Mail %s of realm %s was not sent: %s", leased.id(), leased.realmId(), failure.reason());
        long now = Time.currentTimeMillis();
        switch (failure) {
            case ADDRESS, CONTENT -> {
                String refused = failure == SendFailure.ADDRESS ? Secrets.addressHash(mail.address()) : null;
                inTransaction(session -> outbox(session).refused(leased.id(), refused, failure.reason(), now));
                MailMetrics.mail(mail.kind(), "failed");
            }
            case LATER -> retry(leased, failure.reason());
            case SERVER -> {
                pausedRealms.add(leased.realmId());
                inTransaction(session -> {
                    outbox(session).release(leased.id(), failure.reason());
                    outbox(session)
                            .serverFailed(
                                    leased.realmId(), now + pause(FIRST_PAUSE, LONGEST_PAUSE, leased.serverFailures()));
                });
            }
        }
    }

    private void retry(LeasedMail leased, String reason) {
        inTransaction(session -> {
            int attempts =
                    outbox(session).find(leased.id()).map(Mail::getAttempts).orElse(0);
            long due = Time.currentTimeMillis() + pause(FIRST_RETRY, LONGEST_RETRY, attempts);
            outbox(session).retry(leased.id(), reason, due);
        });
    }

    private static long pause(long first, long longest, int failures) {
        return Math.min(longest, first << Math.min(failures, MOST_DOUBLINGS));
    }

    private static Outbox outbox(KeycloakSession session) {
        return session.getProvider(Outbox.class);
    }

    private void inTransaction(Consumer<KeycloakSession> work) {
        KeycloakModelUtils.runJobInTransaction(sessions, work::accept);
    }
}
