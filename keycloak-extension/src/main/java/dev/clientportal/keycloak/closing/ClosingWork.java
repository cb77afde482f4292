package dev.clientportal.keycloak.closing;

import dev.clientportal.keycloak.access.AccessPolicy;
import dev.clientportal.keycloak.access.OpenSessions;
import dev.clientportal.keycloak.background.Background;
import dev.clientportal.keycloak.closing.Closings.Closing;
import dev.clientportal.keycloak.closing.Closings.Entered;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Goes through the contacts of closed portals, a batch at a time. Each contact has a transaction of their own: one whose
 * sessions cannot be ended holds nobody up, and the guard refuses them all the same.
 */
final class ClosingWork implements Background.Work {
    private static final Logger LOG = Logger.getLogger(ClosingWork.class);
    private static final int BATCH = 50;
    private static final long LEASE_MILLIS = TimeUnit.MINUTES.toMillis(5);

    private final KeycloakSessionFactory sessions;

    ClosingWork(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public void doAll() {
        for (Optional<Closing> closing = lease(); closing.isPresent(); ) {
            closing = step(closing.get()) ? again(closing.get()) : lease();
        }
    }

    private Optional<Closing> lease() {
        long now = Time.currentTimeMillis();
        return inTransaction(session -> closings(session).lease(now, now + LEASE_MILLIS));
    }

    private Optional<Closing> again(Closing closing) {
        return inTransaction(session -> closings(session).find(closing.id()));
    }

    /** False when nothing was left to do. */
    private boolean step(Closing closing) {
        List<Entered> batch = inTransaction(session -> closings(session).next(closing, BATCH));
        if (batch.isEmpty()) {
            inTransaction(session -> {
                closings(session).finish(closing, Time.currentTimeMillis());
                return null;
            });
            return false;
        }
        batch.forEach(entered -> end(closing.realmId(), entered));
        inTransaction(session -> {
            closings(session).advance(closing, batch, Time.currentTimeMillis() + LEASE_MILLIS);
            return null;
        });
        return true;
    }

    private void end(String realmId, Entered entered) {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> end(session, realmId, entered));
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "The sessions of %s in %s could not be ended", entered.userId(), entered.orgId());
        }
    }

    /** Nothing, when the portal was opened again meanwhile. */
    private static void end(KeycloakSession session, String realmId, Entered entered) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) return;
        session.getContext().setRealm(realm);
        UserModel contact = session.users().getUserById(realm, entered.userId());
        if (contact == null) return;
        if (new AccessPolicy(session).toLogIn(realm, entered.orgId(), contact).isAllowed()) return;
        new OpenSessions(session, realm).end(entered.orgId(), contact);
    }

    private static Closings closings(KeycloakSession session) {
        return session.getProvider(Closings.class);
    }

    private <T> T inTransaction(Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, work::apply);
    }
}
