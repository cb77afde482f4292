package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.background.Background;
import dev.clientportal.keycloak.mail.Outbox.LeasedMail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Sends what is in the outbox. A few mails go one after the other, in the order of queueing; when many are waiting they
 * are spread over lanes by recipient, so that each recipient's mails keep their order. No transaction is open while a mail
 * server is being talked to.
 */
final class MailWorker implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(MailWorker.class);
    private static final int BATCH = 100;
    private static final int MAILS_PER_LANE = 20;

    private final KeycloakSessionFactory sessions;
    private final DeliverySettings settings;
    private final String node = UUID.randomUUID().toString();
    private final Background conductor = new Background("client-portal-mail", this::drain);
    private final ExecutorService lanes;

    MailWorker(KeycloakSessionFactory sessions, DeliverySettings settings) {
        this.sessions = sessions;
        this.settings = settings;
        this.lanes = Background.threads(settings.lanes(), "client-portal-mail-lane");
    }

    /** Returns at once. */
    void wake() {
        conductor.wake();
    }

    void wakeAfterCommit(KeycloakSession session) {
        conductor.wakeAfterCommit(session);
    }

    /** A batch that is not full was the last one: whoever queues a mail after it wakes the worker. */
    private void drain() throws InterruptedException {
        List<LeasedMail> batch;
        do {
            Map<String, Optional<RenderedMail>> ready = new HashMap<>();
            batch = lease(ready);
            if (!batch.isEmpty()) send(batch, ready);
        } while (batch.size() == BATCH);
    }

    /**
     * A mail that comes alone, as most do, is made ready in the transaction that leases it. When it cannot be made it is
     * leased without, and its lane writes down the failure.
     */
    private List<LeasedMail> lease(Map<String, Optional<RenderedMail>> ready) {
        try {
            return inTransaction(session -> {
                List<LeasedMail> batch = lease(session);
                if (batch.size() == 1) {
                    String only = batch.get(0).id();
                    ready.put(only, new MailRenderer(session, settings).render(only));
                }
                return batch;
            });
        } catch (RuntimeException failed) {
            LOG.debug("Looking for mails once more, without making one ready", failed);
            ready.clear();
            return inTransaction(this::lease);
        }
    }

    private List<LeasedMail> lease(KeycloakSession session) {
        long now = Time.currentTimeMillis();
        return session.getProvider(Outbox.class).lease(node, null, now, now + settings.leaseSeconds() * 1000L, BATCH);
    }

    private void send(List<LeasedMail> batch, Map<String, Optional<RenderedMail>> ready) throws InterruptedException {
        int count = Math.min(settings.lanes(), 1 + (batch.size() - 1) / MAILS_PER_LANE);
        List<List<LeasedMail>> byLane = new ArrayList<>();
        for (int lane = 0; lane < count; lane++) byLane.add(new ArrayList<>());
        batch.forEach(mail ->
                byLane.get(Math.floorMod(mail.recipient().hashCode(), count)).add(mail));
        List<Callable<Void>> work = new ArrayList<>();
        for (List<LeasedMail> lane : byLane) {
            work.add(() -> {
                new MailLane(sessions, settings, ready).send(lane);
                return null;
            });
        }
        lanes.invokeAll(work);
    }

    private <T> T inTransaction(Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, work::apply);
    }

    @Override
    public void close() {
        conductor.close();
        lanes.shutdownNow();
    }
}
