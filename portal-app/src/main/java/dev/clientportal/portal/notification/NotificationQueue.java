package dev.clientportal.portal.notification;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;

/**
 * The notifications in the database. A node that works on one has a lease: it is not due before the lease ends, and the end
 * of the lease proves whose it is. Nothing is locked while Keycloak is asked, and what a dead node had is due again.
 */
@ApplicationScoped
class NotificationQueue {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int DELETED_AT_ONCE = 1_000;

    private final Session database;
    private final Clock clock;

    NotificationQueue(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How many wait, and since when the oldest does; null when none does. */
    record Waiting(long count, Long since) {}

    /** Ids of some that are due, the ones first that have been for longest. */
    List<String> due(int max) {
        return requiringNew().call(() -> database.createSelectionQuery(
                        "select id from NotificationEntity where finishedAt is null and dueAt <= :now order by dueAt",
                        String.class)
                .setParameter("now", clock.millis())
                .setMaxResults(max)
                .getResultList());
    }

    /** Leases it; empty when another node has. */
    Optional<NotificationEntity> take(String id) {
        return requiringNew().call(() -> {
            long now = clock.millis();
            NotificationEntity found = database.find(NotificationEntity.class, id);
            if (found == null || found.finishedAt != null || found.dueAt > now) return Optional.empty();
            database.detach(found);
            if (!renew(found, now)) return Optional.empty();
            found.attempts++;
            return Optional.of(found);
        });
    }

    private boolean renew(NotificationEntity leased, long now) {
        long until = now + LEASE.toMillis();
        int changed = database.createMutationQuery(
                        "update NotificationEntity set dueAt = :until where id = :id and dueAt = :lease and finishedAt is null")
                .setParameter("until", until)
                .setParameter("id", leased.id)
                .setParameter("lease", leased.dueAt)
                .executeUpdate();
        leased.dueAt = until;
        return changed == 1;
    }

    /** It is done with; false when the lease was lost to another node, which does the same. */
    boolean finish(NotificationEntity leased, NotificationState state, String reason) {
        return requiringNew().call(() -> end(leased, state, reason));
    }

    private boolean end(NotificationEntity leased, NotificationState state, String reason) {
        return database.createMutationQuery(
                                "update NotificationEntity set state = :state, reason = :reason, attempts = :attempts, "
                                        + "finishedAt = :now where id = :id and dueAt = :lease and finishedAt is null")
                        .setParameter("state", state)
                        .setParameter("reason", reason)
                        .setParameter("attempts", leased.attempts)
                        .setParameter("now", clock.millis())
                        .setParameter("id", leased.id)
                        .setParameter("lease", leased.dueAt)
                        .executeUpdate()
                == 1;
    }

    /** To be tried again then; false when the lease was lost. */
    boolean postpone(NotificationEntity leased, long dueAt, String reason) {
        return requiringNew()
                .call(() ->
                        database.createMutationQuery("update NotificationEntity set dueAt = :dueAt, reason = :reason, "
                                                + "attempts = :attempts "
                                                + "where id = :id and dueAt = :lease and finishedAt is null")
                                        .setParameter("dueAt", dueAt)
                                        .setParameter("reason", reason)
                                        .setParameter("attempts", leased.attempts)
                                        .setParameter("id", leased.id)
                                        .setParameter("lease", leased.dueAt)
                                        .executeUpdate()
                                == 1);
    }

    /**
     * Adds one for each of these contacts, where it is not there yet, and keeps the lease of the one to everybody.
     *
     * @param last these were the last ones, and it is done with
     * @return false when the lease was lost, and nothing was added
     */
    boolean expand(NotificationEntity leased, List<String> contacts, boolean last) {
        return requiringNew().call(() -> {
            long now = clock.millis();
            // First: until the transaction ends, no other node can get the lease.
            boolean ours = renew(leased, now) && (!last || end(leased, NotificationState.EXPANDED, null));
            if (!ours) return false;
            Set<String> there = new HashSet<>(database.createSelectionQuery(
                            "select id from NotificationEntity where id in :ids", String.class)
                    .setParameter("ids", contacts.stream().map(leased::idFor).toList())
                    .getResultList());
            contacts.stream()
                    .map(contact -> leased.to(contact, now))
                    .filter(made -> there.add(made.id))
                    .forEach(database::persist);
            return true;
        });
    }

    Waiting waiting() {
        return requiringNew().call(() -> database.createSelectionQuery(
                        "select count(*), min(createdAt) from NotificationEntity where finishedAt is null",
                        Waiting.class)
                .getSingleResult());
    }

    /** Deletes those that were done with by then, a few at a time, so that no node waits for it. */
    void deleteFinished(long before) {
        int deleted;
        do {
            deleted = deleteSome(before);
        } while (deleted == DELETED_AT_ONCE);
    }

    private int deleteSome(long before) {
        return requiringNew().call(() -> {
            List<String> old = database.createSelectionQuery(
                            "select id from NotificationEntity where finishedAt < :before", String.class)
                    .setParameter("before", before)
                    .setMaxResults(DELETED_AT_ONCE)
                    .getResultList();
            if (old.isEmpty()) return 0;
            database.createMutationQuery("delete from NotificationEntity where id in :ids")
                    .setParameter("ids", old)
                    .executeUpdate();
            return old.size();
        });
    }
}
