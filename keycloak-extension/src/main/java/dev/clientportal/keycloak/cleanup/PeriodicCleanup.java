package dev.clientportal.keycloak.cleanup;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** See {@link Cleanup}. */
final class PeriodicCleanup implements Cleanup {
    private final KeycloakSessionFactory sessions;
    private final CleanupSettings settings;

    PeriodicCleanup(KeycloakSessionFactory sessions, CleanupSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    @Override
    public int run() {
        long now = Time.currentTimeMillis();
        int removed = all(leftovers -> leftovers.removeLimits(now, settings.batch()));
        long logins = now - Duration.ofDays(settings.loginDays()).toMillis();
        removed += all(leftovers -> leftovers.removeLogins(logins, settings.batch()));
        List<Leftovers.Retention> firms = inTransaction(Leftovers::retentions);
        for (Leftovers.Retention firm : firms) {
            long before = now - Duration.ofDays(firm.days()).toMillis();
            removed += all(leftovers -> leftovers.removeLedger(firm.realmId(), before, settings.batch()));
        }
        return removed;
    }

    private int all(ToIntFunction<Leftovers> batch) {
        int removed = 0;
        int last;
        do {
            last = inTransaction(batch::applyAsInt);
            removed += last;
        } while (last > 0);
        return removed;
    }

    private <T> T inTransaction(Function<Leftovers, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> work.apply(session.getProvider(Leftovers.class)));
    }

    @Override
    public void close() {}
}
