package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.cleanup.Leftovers;
import dev.clientportal.keycloak.link.LinkPurpose;
import dev.clientportal.keycloak.mail.MailKind;
import dev.clientportal.keycloak.mail.MailState;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;

/**
 * Removes by id, a batch at a time, so that no statement holds many locks for long. What is older than the limit has ended:
 * the shortest retention is longer than the longest time in the queue and the longest life of a link together.
 */
final class JpaLeftovers extends JpaStore implements Leftovers {
    JpaLeftovers(KeycloakSession session) {
        super(session);
    }

    @Override
    public int removeLimits(long now, int max) {
        return remove(LimitEntity.class, "e.purgeAt <= :now", Map.of("now", now), max);
    }

    @Override
    public int removeLogins(long before, int max) {
        int mails = remove(
                MailEntity.class,
                "e.kind = :kind and e.state <> :queued and e.queuedAt < :before",
                Map.of("kind", MailKind.LOGIN, "queued", MailState.QUEUED, "before", before),
                max);
        int links = remove(
                LinkEntity.class,
                "e.purpose = :purpose and e.createdAt < :before",
                Map.of("purpose", LinkPurpose.LOGIN, "before", before),
                max);
        return mails + links;
    }

    @Override
    public int removeLedger(String realmId, long before, int max) {
        int mails = remove(
                MailEntity.class,
                "e.realmId = :realm and e.kind <> :login and e.state <> :queued and e.queuedAt < :before",
                Map.of("realm", realmId, "login", MailKind.LOGIN, "queued", MailState.QUEUED, "before", before),
                max);
        int links = remove(
                LinkEntity.class,
                "e.realmId = :realm and e.purpose = :purpose and e.createdAt < :before",
                Map.of("realm", realmId, "purpose", LinkPurpose.INVITATION, "before", before),
                max);
        int acts = remove(
                AccessLogEntity.class,
                "e.realmId = :realm and e.doneAt < :before",
                Map.of("realm", realmId, "before", before),
                max);
        int closings = remove(
                ClosingEntity.class,
                "e.realmId = :realm and e.finishedAt is not null and e.startedAt < :before",
                Map.of("realm", realmId, "before", before),
                max);
        return mails + links + acts + closings + removeOpening(realmId, before);
    }

    /** One at a time: each can have many rows. */
    private int removeOpening(String realmId, long before) {
        List<String> one = em.createQuery(
                        "select o.id from OpeningEntity o where o.realmId = :realm and o.startedAt < :before",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("before", before)
                .setMaxResults(1)
                .getResultList();
        if (one.isEmpty()) return 0;
        return delete(OpeningRowEntity.class, "openingId", one.get(0)) + delete(OpeningEntity.class, "id", one.get(0));
    }

    @Override
    public List<Retention> retentions() {
        return em.createQuery("select f.realmId, f.ledgerDays from FirmEntity f", Object[].class)
                .getResultStream()
                .map(row -> new Retention((String) row[0], (Integer) row[1]))
                .toList();
    }

    private int remove(Class<?> entity, String which, Map<String, Object> parameters, int max) {
        var ids = em.createQuery("select e.id from " + entity.getSimpleName() + " e where " + which, String.class);
        parameters.forEach(ids::setParameter);
        List<String> batch = ids.setMaxResults(max).getResultList();
        if (batch.isEmpty()) return 0;
        return em.createQuery("delete from " + entity.getSimpleName() + " e where e.id in :ids")
                .setParameter("ids", batch)
                .executeUpdate();
    }

    /** Named in the services file. */
    public static final class Factory extends JpaStoreFactory<Leftovers> implements Leftovers.Factory {
        @Override
        public Leftovers create(KeycloakSession session) {
            return new JpaLeftovers(session);
        }
    }
}
