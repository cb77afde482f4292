package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.background.Background;
import dev.clientportal.keycloak.opening.Openings;
import dev.clientportal.keycloak.opening.Openings.ContactOutcome;
import dev.clientportal.keycloak.opening.Openings.Opening;
import dev.clientportal.keycloak.opening.Openings.Waiting;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Works off openings, one company after the other, as who asked for them. A node that dies in the middle of a company leaves
 * it untold: another begins it again when the lease has run out, and finds open what is open.
 */
final class OpeningWork implements Background.Work {
    private static final Logger LOG = Logger.getLogger(OpeningWork.class);
    private static final int BATCH = 20;
    private static final long LEASE_MILLIS = TimeUnit.MINUTES.toMillis(2);

    private final KeycloakSessionFactory sessions;

    OpeningWork(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public void doAll() {
        for (Optional<Opening> leased = lease(); leased.isPresent(); leased = lease()) {
            String id = leased.get().id();
            while (find(id).filter(opening -> !opening.hasEnded()).isPresent() && step(leased.get())) {
                // goes on until it has ended or nothing of it waits
            }
        }
    }

    private Optional<Opening> lease() {
        long now = Time.currentTimeMillis();
        return inTransaction(session -> openings(session).lease(now, now + LEASE_MILLIS));
    }

    private Optional<Opening> find(String id) {
        return inTransaction(session -> openings(session).find(id));
    }

    /** False when nothing is left to do. */
    private boolean step(Opening opening) {
        List<Waiting> batch = inTransaction(session -> openings(session).next(opening.id(), BATCH));
        if (batch.isEmpty()) {
            inTransaction(session -> end(session, opening, false));
            return false;
        }
        for (Waiting company : batch) {
            Optional<BulkResultRepresentation.Company> result = open(opening, company);
            if (result.isEmpty()) {
                inTransaction(session -> end(session, opening, true));
                return false;
            }
            inTransaction(session -> tell(session, opening, company, result.get()));
            if (find(opening.id()).filter(Opening::hasEnded).isPresent()) return false;
        }
        return true;
    }

    private static Void end(KeycloakSession session, Opening opening, boolean early) {
        long now = Time.currentTimeMillis();
        if (early) openings(session).cancel(opening.id(), now);
        else openings(session).finish(opening.id(), now);
        return null;
    }

    private static Void tell(
            KeycloakSession session, Opening opening, Waiting company, BulkResultRepresentation.Company result) {
        List<ContactOutcome> contacts = result.contacts().stream()
                .map(contact -> new ContactOutcome(
                        contact.userId(), contact.outcome(), contact.invitation(), contact.retryAfter()))
                .toList();
        openings(session).tell(opening.id(), company, result.outcome(), contacts);
        openings(session).renew(opening.id(), Time.currentTimeMillis() + LEASE_MILLIS);
        return null;
    }

    /** One that cannot be opened keeps no other waiting, and the opening from its end. */
    private Optional<BulkResultRepresentation.Company> open(Opening opening, Waiting company) {
        try {
            return inTransaction(session -> open(session, opening, company));
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "The company %s could not be opened", company.companyId());
            return Optional.of(new BulkResultRepresentation.Company(company.companyId(), "failed", List.of()));
        }
    }

    /** Empty when who asked for it cannot ask for it any more. */
    private Optional<BulkResultRepresentation.Company> open(KeycloakSession session, Opening opening, Waiting company) {
        RealmModel realm = session.realms().getRealm(opening.realmId());
        if (realm == null) return Optional.empty();
        session.getContext().setRealm(realm);
        return StaffCall.resumed(session, realm, opening.starter())
                .filter(call -> Staff.may(() -> BulkOpening.requirePermission(call.staff(), opening.invite())))
                .map(call -> new BulkOpening(
                                call,
                                new Openings.Wish(List.of(), opening.invite(), opening.silent()),
                                BulkOpening.Mode.IN_BACKGROUND,
                                () -> renew(opening))
                        .open(company.companyId()));
    }

    private void renew(Opening opening) {
        inTransaction(session -> {
            openings(session).renew(opening.id(), Time.currentTimeMillis() + LEASE_MILLIS);
            return null;
        });
    }

    private static Openings openings(KeycloakSession session) {
        return session.getProvider(Openings.class);
    }

    private <T> T inTransaction(Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, work::apply);
    }
}
