package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.mail.Outbox.LeasedMail;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Sends leased mails one after the other. After a mail server failed, the rest of its realm's mails wait untried. */
final class MailLane {
    static final String NOT_MADE = "The mail could not be made: see the server log.";

    private static final Logger LOG = Logger.getLogger(MailLane.class);

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
                write(outcomes -> outcomes.retry(mail, NOT_MADE));
            }
        }
    }

    private void send(LeasedMail mail) {
        if (pausedRealms.contains(mail.realmId())) {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> session.getProvider(Outbox.class)
                    .release(mail.id(), SendFailure.SERVER.reason()));
            return;
        }
        Optional<RenderedMail> rendered = ready.containsKey(mail.id()) ? ready.get(mail.id()) : render(mail);
        if (rendered.isEmpty()) return;
        TriedMail tried = TriedMail.of(mail, rendered.get());
        try {
            post(mail, rendered.get());
            write(outcomes -> outcomes.sent(tried));
        } catch (EmailException failed) {
            SendFailure failure = SendFailure.of(failed);
            if (failure == SendFailure.SERVER) pausedRealms.add(mail.realmId());
            write(outcomes -> outcomes.failed(tried, failure, failure.reason()));
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

    private void write(Consumer<MailOutcomes> work) {
        KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
                    MailOutcomes outcomes = new MailOutcomes(session, settings);
                    work.accept(outcomes);
                    return outcomes;
                })
                .count();
    }
}
