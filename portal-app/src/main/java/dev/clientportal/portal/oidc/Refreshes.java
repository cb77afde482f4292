package dev.clientportal.portal.oidc;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import dev.clientportal.portal.firm.KeycloakAwayException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.hibernate.Session;

/**
 * Changes kept tokens for new ones, one request at a time whatever node it is at: where refresh tokens are used once, two at
 * a time would end the session. The one has a lease, and the end of the lease proves whose it is; the others wait. Nothing
 * is locked and no connection is held while Keycloak is asked, and what a dead node had is free when its lease ends.
 */
@ApplicationScoped
public class Refreshes {
    /** Longer than {@link Oidc#refresh} waits for Keycloak: for what the realm says about itself, its keys, and the tokens. */
    static final Duration LEASE = Duration.ofSeconds(40);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long FIRST_PAUSE = 10;
    private static final long LONGEST_PAUSE = 200;

    private final Session database;
    private final Oidc oidc;
    private final Clock clock;

    Refreshes(Session database, Oidc oidc, Clock clock) {
        this.database = database;
        this.oidc = oidc;
        this.clock = clock;
    }

    /**
     * Tokens of one kind.
     *
     * @param isOld says that they are to be changed
     */
    public record Kind<E extends KeptTokens>(Class<E> type, Client client, Predicate<E> isOld) {}

    /** @param ours it is old, and nobody else changes it */
    private record Seen<E>(E row, boolean ours) {}

    /**
     * The row as it is now, changed when it is old.
     *
     * @param keep puts the new tokens into the row
     * @throws RefusedException when Keycloak gives none, or the row is gone
     * @throws KeycloakAwayException when Keycloak does not answer, or whoever else asks it takes too long
     */
    public <E extends KeptTokens> E fresh(Kind<E> kind, String id, BiConsumer<E, Tokens> keep) throws RefusedException {
        long pause = FIRST_PAUSE;
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += pause) {
            Seen<E> seen = look(kind, id);
            if (seen.row() == null) throw new RefusedException("The session has ended");
            if (!kind.isOld().test(seen.row())) return seen.row();
            if (seen.ours()) {
                Optional<E> changed = change(kind, id, seen.row(), keep);
                if (changed.isPresent()) return changed.get();
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE);
            sleep(pause);
        }
        throw new KeycloakAwayException("Another request still waits for its answer", null);
    }

    /** Takes the lease of what is old, when nobody has it, and then reads again: the tokens that nobody else will use. */
    private <E extends KeptTokens> Seen<E> look(Kind<E> kind, String id) {
        return requiringNew().call(() -> {
            long now = clock.millis();
            E row = database.find(kind.type(), id);
            boolean free = row != null && kind.isOld().test(row) && row.leasedUntil <= now;
            if (!free || !lease(kind, id, "<=", now, now + LEASE.toMillis())) return new Seen<>(row, false);
            database.refresh(row);
            if (!kind.isOld().test(row)) row.leasedUntil = 0;
            return new Seen<>(row, true);
        });
    }

    private boolean lease(Kind<?> kind, String id, String how, long before, long until) {
        return database.createMutationQuery("update " + kind.type().getSimpleName()
                                + " set leasedUntil = :until where id = :id and leasedUntil " + how + " :before")
                        .setParameter("until", until)
                        .setParameter("id", id)
                        .setParameter("before", before)
                        .executeUpdate()
                == 1;
    }

    /** Empty when the lease was lost meanwhile: then others have seen to it. */
    private <E extends KeptTokens> Optional<E> change(Kind<E> kind, String id, E leased, BiConsumer<E, Tokens> keep)
            throws RefusedException {
        try {
            Tokens tokens = oidc.refresh(kind.client(), leased.refreshToken);
            return requiringNew().call(() -> {
                E row = database.find(kind.type(), id, LockModeType.PESSIMISTIC_WRITE);
                if (row == null || row.leasedUntil != leased.leasedUntil) return Optional.empty();
                keep.accept(row, tokens);
                return Optional.of(row);
            });
        } catch (RefusedException | RuntimeException notChanged) {
            requiringNew().run(() -> lease(kind, id, "=", leased.leasedUntil, 0));
            throw notChanged;
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeycloakAwayException("Interrupted", e);
        }
    }
}
