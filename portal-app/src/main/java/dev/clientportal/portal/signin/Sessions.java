package dev.clientportal.portal.signin;

import dev.clientportal.portal.PortalSettings;
import dev.clientportal.portal.firm.Firm;
import dev.clientportal.portal.oidc.Client;
import dev.clientportal.portal.oidc.KeycloakSessionEnd;
import dev.clientportal.portal.oidc.Refreshes;
import dev.clientportal.portal.oidc.RefusedException;
import dev.clientportal.portal.oidc.Secrets;
import dev.clientportal.portal.oidc.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The browsers that are signed in, and where they are. Kept in the database, so that any node can answer any of them. */
@ApplicationScoped
class Sessions {
    private static final long USE_IS_WRITTEN_EVERY = 60_000;

    private final Session database;
    private final Refreshes refreshes;
    private final PortalSettings settings;
    private final Clock clock;

    Sessions(Session database, Refreshes refreshes, PortalSettings settings, Clock clock) {
        this.database = database;
        this.refreshes = refreshes;
        this.settings = settings;
        this.clock = clock;
    }

    /** A browser and the company that it is in. */
    record Here(SessionEntity session, EntryEntity entry) {}

    /** The browser with this cookie, in the firm's portal; empty when it is not signed in there, or was not used for too long. */
    Optional<SessionEntity> find(Firm firm, String cookie) {
        if (cookie == null) return Optional.empty();
        long oldest = clock.millis() - settings.sessionIdle().toMillis();
        return QuarkusTransaction.requiringNew()
                .call(() -> Optional.ofNullable(database.find(SessionEntity.class, Secrets.sha256(cookie)))
                        .filter(found -> found.issuer.equals(firm.issuer()) && found.lastUsed >= oldest));
    }

    /** Where the browser was last. */
    Optional<EntryEntity> last(SessionEntity session) {
        return QuarkusTransaction.requiringNew().call(() -> database.createSelectionQuery(
                        "from EntryEntity where sessionId = :session order by checkedAt desc", EntryEntity.class)
                .setParameter("session", session.id)
                .setMaxResults(1)
                .getResultStream()
                .findFirst());
    }

    Optional<EntryEntity> entry(SessionEntity session, String company) {
        return QuarkusTransaction.requiringNew().call(() -> entryOf(session.id, company));
    }

    private Optional<EntryEntity> entryOf(String session, String company) {
        return database.createSelectionQuery(
                        "from EntryEntity where sessionId = :session and company = :company", EntryEntity.class)
                .setParameter("session", session)
                .setParameter("company", company)
                .getResultStream()
                .findFirst();
    }

    /**
     * Signs the browser in, or adds a company to where it is signed in already.
     *
     * @param cookie what the browser has, or null
     * @return the cookie to give it; another one for another login, so that a planted one is worth nothing
     */
    String enter(Firm firm, String cookie, Tokens tokens, Membership membership) {
        String kept = find(firm, cookie)
                .filter(session -> session.userId.equals(tokens.userId())
                        && session.keycloakSession.equals(tokens.keycloakSession()))
                .map(session -> cookie)
                .orElse(null);
        String given = kept == null ? Secrets.random() : kept;
        String replaced = kept == null && cookie != null ? Secrets.sha256(cookie) : "";
        try {
            write(firm, kept == null, Secrets.sha256(given), replaced, tokens, membership);
        } catch (PersistenceException anotherTabCameFirst) {
            write(firm, kept == null, Secrets.sha256(given), replaced, tokens, membership);
        }
        return given;
    }

    private void write(Firm firm, boolean isNew, String id, String replaced, Tokens tokens, Membership membership) {
        QuarkusTransaction.requiringNew().run(() -> {
            long now = clock.millis();
            database.createMutationQuery("delete from SessionEntity where lastUsed < :oldest or id = :replaced")
                    .setParameter("oldest", now - settings.sessionIdle().toMillis())
                    .setParameter("replaced", replaced)
                    .executeUpdate();
            if (isNew) database.persist(session(firm, id, tokens, now));
            Optional<EntryEntity> known = entryOf(id, membership.company());
            EntryEntity entry = known.orElseGet(EntryEntity::new);
            entry.take(tokens, membership, now);
            if (known.isEmpty()) {
                entry.id = UUID.randomUUID().toString();
                entry.sessionId = id;
                database.persist(entry);
            }
            database.flush();
        });
    }

    private static SessionEntity session(Firm firm, String id, Tokens tokens, long now) {
        SessionEntity session = new SessionEntity();
        session.id = id;
        session.issuer = firm.issuer();
        session.clientId = firm.clientId();
        session.keycloakSession = tokens.keycloakSession();
        session.userId = tokens.userId();
        session.name = tokens.name();
        session.email = tokens.email();
        session.lastUsed = now;
        return session;
    }

    /**
     * Asks Keycloak again whether the contact may still be there, when the last answer is too old.
     *
     * @throws RefusedException when they may not. A closed company keeps its entry, since its door may open again; an entry
     *     whose login is over goes
     */
    EntryEntity checked(Firm firm, SessionEntity session, EntryEntity entry) throws RefusedException {
        long now = clock.millis();
        if (!isOld(entry, now)) return entry;
        try {
            Refreshes.Kind<EntryEntity> kind =
                    new Refreshes.Kind<>(EntryEntity.class, Client.forContacts(firm), kept -> isOld(kept, now));
            return refreshes.fresh(kind, entry.id, (kept, tokens) -> {
                kept.take(tokens, Membership.of(tokens), now);
                if (session.lastUsed < now - USE_IS_WRITTEN_EVERY) {
                    database.createMutationQuery("update SessionEntity set lastUsed = :now where id = :id")
                            .setParameter("now", now)
                            .setParameter("id", session.id)
                            .executeUpdate();
                }
            });
        } catch (RefusedException refused) {
            if (!Refusal.of(refused).company()) forget(entry);
            throw refused;
        }
    }

    private void forget(EntryEntity entry) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createMutationQuery("delete from EntryEntity where id = :id")
                        .setParameter("id", entry.id)
                        .executeUpdate());
    }

    private boolean isOld(EntryEntity entry, long now) {
        return entry.checkedAt <= now - settings.accessAge().toMillis();
    }

    void end(SessionEntity session) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createMutationQuery("delete from SessionEntity where id = :id")
                        .setParameter("id", session.id)
                        .executeUpdate());
    }

    void ended(@Observes KeycloakSessionEnd end) {
        boolean all = end.keycloakSession() == null;
        QuarkusTransaction.requiringNew().run(() -> database.createMutationQuery(
                        "delete from SessionEntity where issuer = :issuer and clientId = :client and "
                                + (all ? "userId = :whose" : "keycloakSession = :whose"))
                .setParameter("issuer", end.issuer())
                .setParameter("client", end.clientId())
                .setParameter("whose", all ? end.userId() : end.keycloakSession())
                .executeUpdate());
    }
}
