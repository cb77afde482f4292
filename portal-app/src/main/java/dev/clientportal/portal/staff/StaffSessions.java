package dev.clientportal.portal.staff;

import dev.clientportal.portal.PortalSettings;
import dev.clientportal.portal.oidc.Client;
import dev.clientportal.portal.oidc.KeycloakSessionEnd;
import dev.clientportal.portal.oidc.Refreshes;
import dev.clientportal.portal.oidc.RefusedException;
import dev.clientportal.portal.oidc.Secrets;
import dev.clientportal.portal.oidc.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.Session;

/** The browsers of staff who are signed in. Kept in the database, so that any node can answer any of them. */
@ApplicationScoped
class StaffSessions {
    /** What a page takes to ask Keycloak what it shows. */
    private static final Duration A_REQUEST = Duration.ofSeconds(10);

    private final Session database;
    private final Refreshes refreshes;
    private final PortalSettings settings;
    private final Clock clock;

    StaffSessions(Session database, Refreshes refreshes, PortalSettings settings, Clock clock) {
        this.database = database;
        this.refreshes = refreshes;
        this.settings = settings;
        this.clock = clock;
    }

    /** The browser with this cookie; empty when it is not signed in there, or was not used for too long. */
    Optional<StaffSessionEntity> find(Client client, String cookie) {
        if (cookie == null) return Optional.empty();
        long oldest = clock.millis() - settings.sessionIdle().toMillis();
        return QuarkusTransaction.requiringNew()
                .call(() -> Optional.ofNullable(database.find(StaffSessionEntity.class, Secrets.sha256(cookie)))
                        .filter(found -> found.issuer.equals(client.issuer())
                                && found.clientId.equals(client.id())
                                && found.lastUsed >= oldest));
    }

    /**
     * Signs the browser in.
     *
     * @param replaced the cookie that it has, or null
     * @return the cookie to give it; another one for each login, so that a planted one is worth nothing
     */
    String enter(Client client, String replaced, Tokens tokens) {
        String given = Secrets.random();
        long now = clock.millis();
        StaffSessionEntity session = new StaffSessionEntity();
        session.id = Secrets.sha256(given);
        session.issuer = client.issuer();
        session.clientId = client.id();
        session.take(tokens, now, goodUntil(tokens, now));
        QuarkusTransaction.requiringNew().run(() -> {
            database.createMutationQuery("delete from StaffSessionEntity where lastUsed < :oldest or id = :replaced")
                    .setParameter("oldest", now - settings.sessionIdle().toMillis())
                    .setParameter("replaced", replaced == null ? "" : Secrets.sha256(replaced))
                    .executeUpdate();
            database.persist(session);
        });
        return given;
    }

    /**
     * Asks Keycloak again whether they may be here and what they may do, when its last answer is too old.
     *
     * @throws RefusedException when the login is over, and the session with it
     */
    StaffSessionEntity checked(Client client, StaffSessionEntity session) throws RefusedException {
        long now = clock.millis();
        if (session.goodUntil > now) return session;
        try {
            Refreshes.Kind<StaffSessionEntity> kind =
                    new Refreshes.Kind<>(StaffSessionEntity.class, client, kept -> kept.goodUntil <= now);
            return refreshes.fresh(kind, session.id, (kept, tokens) -> kept.take(tokens, now, goodUntil(tokens, now)));
        } catch (RefusedException loginIsOver) {
            end(session);
            throw loginIsOver;
        }
    }

    private long goodUntil(Tokens tokens, long now) {
        long access = settings.accessAge().toMillis();
        return now + Math.min(access, tokens.lasts().minus(A_REQUEST).toMillis());
    }

    void end(StaffSessionEntity session) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createMutationQuery("delete from StaffSessionEntity where id = :id")
                        .setParameter("id", session.id)
                        .executeUpdate());
    }

    void ended(@Observes KeycloakSessionEnd end) {
        boolean all = end.keycloakSession() == null;
        QuarkusTransaction.requiringNew().run(() -> database.createMutationQuery(
                        "delete from StaffSessionEntity where issuer = :issuer and clientId = :client and "
                                + (all ? "userId = :whose" : "keycloakSession = :whose"))
                .setParameter("issuer", end.issuer())
                .setParameter("client", end.clientId())
                .setParameter("whose", all ? end.userId() : end.keycloakSession())
                .executeUpdate());
    }
}
