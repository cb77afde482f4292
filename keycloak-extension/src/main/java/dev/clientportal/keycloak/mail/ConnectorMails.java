package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.link.Secrets;
import dev.clientportal.keycloak.mail.Outbox.LeasedMail;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The way out by connectors: they lease mails that are made ready at that moment, and tell what became of them. */
public final class ConnectorMails {
    private static final Logger LOG = Logger.getLogger(ConnectorMails.class);

    private final KeycloakSessionFactory sessions;
    private final DeliverySettings settings;

    ConnectorMails(KeycloakSessionFactory sessions, DeliverySettings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    /** Whether mails leave this way. What was leased before is reported all the same. */
    public boolean areGivenAway() {
        return settings.wayOut() == WayOut.CONNECTOR;
    }

    /**
     * Leases what is due in the realm. The lease is committed before the first secret is made, so that no two connectors
     * ever have the same one. Each mail is made in a transaction of its own: one that cannot be made is tried again later.
     */
    public MailLease lease(RealmModel realm, int max, int seconds) {
        String lease = UUID.randomUUID().toString();
        long now = Time.currentTimeMillis();
        long until = now + seconds * 1000L;
        List<LeasedMail> leased = inTransaction(
                session -> session.getProvider(Outbox.class).lease(lease, realm.getId(), now, until, max));
        List<MailLease.Entry> mails =
                leased.stream().map(this::make).flatMap(Optional::stream).toList();
        return new MailLease(lease, until, mails, leased.size() == max);
    }

    private Optional<MailLease.Entry> make(LeasedMail leased) {
        try {
            return inTransaction(session -> make(session, leased));
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Mail %s could not be made; it is tried again", leased.id());
            inTransaction(session -> {
                new MailOutcomes(session, settings).retry(leased, MailLane.NOT_MADE);
                return null;
            });
            return Optional.empty();
        }
    }

    private Optional<MailLease.Entry> make(KeycloakSession session, LeasedMail leased) {
        return new MailRenderer(session, settings).render(leased.id()).map(mail -> {
            Outbox outbox = session.getProvider(Outbox.class);
            outbox.find(leased.id()).orElseThrow().madeFor(Secrets.addressHash(mail.address()));
            return new MailLease.Entry(leased.id(), MessageId.of(leased.id(), domain(session, leased, mail)), mail);
        });
    }

    /** The firm's own, else that of the sender's address. */
    private static String domain(KeycloakSession session, LeasedMail leased, RenderedMail mail) {
        return session.getProvider(FirmStore.class)
                .find(leased.realmId())
                .map(Firm::getDomain)
                .or(() -> Optional.ofNullable(mail.server().get("from"))
                        .map(from -> from.substring(from.lastIndexOf('@') + 1))
                        .filter(domain -> !domain.isBlank()))
                .orElse("localhost");
    }

    /** Writes down what became of mails, in the order of the reports. */
    public List<MailReport.Result> report(RealmModel realm, String lease, List<MailReport> reports) {
        ConnectorReports done = inTransaction(session -> {
            ConnectorReports writing = new ConnectorReports(session, settings, realm.getId(), lease);
            writing.write(reports);
            return writing;
        });
        done.count();
        return done.results();
    }

    /**
     * Writes down that a mail came back after it was taken. Its contact gets no automated mails any more if it was the
     * address that was refused ({@link Bounce}).
     *
     * @param messageId of the mail that came back
     * @param status of its report (RFC 3463)
     * @return the mail, and whether this was news
     */
    public Optional<Returned> returned(RealmModel realm, String messageId, String status) {
        Optional<Returned> returned = MessageId.mailId(messageId)
                .flatMap(mailId -> inTransaction(session -> returned(session, realm.getId(), mailId, status)));
        returned.filter(Returned::isNew).ifPresent(mail -> MailMetrics.mail(mail.kind(), "bounced"));
        return returned;
    }

    private static Optional<Returned> returned(KeycloakSession session, String realmId, String mailId, String status) {
        Outbox outbox = session.getProvider(Outbox.class);
        SendFailure failure = SendFailure.ofReturned(status);
        return outbox.find(mailId)
                .filter(mail -> mail.getRealmId().equals(realmId))
                .map(mail -> new Returned(
                        mailId,
                        mail.getKind(),
                        outbox.bounced(
                                mailId,
                                failure == SendFailure.ADDRESS,
                                failure.returned(status),
                                Time.currentTimeMillis())));
    }

    /**
     * A mail that came back.
     *
     * @param isNew false when it was told before, or the mail had ended otherwise
     */
    public record Returned(String mailId, MailKind kind, boolean isNew) {}

    private <T> T inTransaction(Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, work::apply);
    }
}
