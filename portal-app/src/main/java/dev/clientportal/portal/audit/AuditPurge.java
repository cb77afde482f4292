package dev.clientportal.portal.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.hibernate.LockMode;
import org.hibernate.Session;

/** Deletes entries that were kept for long enough, a few at a time. Any number of nodes may. */
@ApplicationScoped
class AuditPurge {
    private static final int AT_ONCE = 1000;

    private final Session database;
    private final AuditSettings settings;
    private final Clock clock;

    AuditPurge(Session database, AuditSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "24h", delayed = "10m")
    void purge() {
        long before = clock.millis() - settings.keep().toMillis();
        int deleted;
        do {
            deleted = QuarkusTransaction.requiringNew().call(() -> deleteOldest(before));
        } while (deleted == AT_ONCE);
    }

    /** But for those that another node is at. */
    private int deleteOldest(long before) {
        List<String> old = database.createSelectionQuery(
                        "select a.id from AuditEntity a where a.happenedAt < :before order by a.happenedAt, a.id",
                        String.class)
                .setParameter("before", before)
                .setMaxResults(AT_ONCE)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList();
        if (old.isEmpty()) return 0;
        return database.createMutationQuery("delete from AuditEntity where id in :ids")
                .setParameter("ids", old)
                .executeUpdate();
    }
}
