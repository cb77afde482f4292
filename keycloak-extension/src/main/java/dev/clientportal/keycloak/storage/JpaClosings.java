package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.closing.Closings;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Closings in CP_CLOSING; the contacts are those of CP_CONTACT, in the order of their keys. */
final class JpaClosings extends JpaStore implements Closings {
    private static final String ENTERED = " from ContactEntity k where k.realmId = :realm and k.lastUsedAt is not null";
    private static final String OF_COMPANY = " and k.orgId = :org";

    JpaClosings(KeycloakSession session) {
        super(session);
    }

    @Override
    public void start(String realmId, String orgIdOrNull, long now) {
        ClosingEntity closing = new ClosingEntity();
        closing.id = newId();
        closing.realmId = realmId;
        closing.orgId = orgIdOrNull;
        closing.startedAt = now;
        closing.contacts =
                entered("select count(k)", "", Long.class, realmId, orgIdOrNull).getSingleResult();
        em.persist(closing);
    }

    @Override
    public Optional<Closing> latest(String realmId, String orgIdOrNull) {
        TypedQuery<ClosingEntity> query = em.createQuery(
                "select c from ClosingEntity c where c.realmId = :realm and c.orgId"
                        + (orgIdOrNull == null ? " is null" : " = :org") + " order by c.id desc",
                ClosingEntity.class);
        query.setParameter("realm", realmId);
        if (orgIdOrNull != null) query.setParameter("org", orgIdOrNull);
        return query.setMaxResults(1).getResultStream().findFirst().map(ClosingEntity::toClosing);
    }

    @Override
    public Optional<Closing> find(String id) {
        return Optional.ofNullable(em.find(ClosingEntity.class, id)).map(ClosingEntity::toClosing);
    }

    @Override
    public Optional<Closing> lease(long now, long until) {
        List<ClosingEntity> open = em.createQuery(
                        "select c from ClosingEntity c where c.finishedAt is null and c.leaseUntil <= :now order by c.id",
                        ClosingEntity.class)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultList();
        if (open.isEmpty()) return Optional.empty();
        int taken = em.createQuery("update ClosingEntity c set c.leaseUntil = :until"
                        + " where c.id = :id and c.finishedAt is null and c.leaseUntil <= :now")
                .setParameter("until", until)
                .setParameter("id", open.get(0).id)
                .setParameter("now", now)
                .executeUpdate();
        return taken == 1 ? Optional.of(open.get(0).toClosing()) : Optional.empty();
    }

    @Override
    public List<Entered> next(Closing closing, int max) {
        String after = " and (k.orgId > :afterOrg or k.orgId = :afterOrg and k.userId > :afterUser)"
                + " order by k.orgId, k.userId";
        return entered("select k.orgId, k.userId", after, Object[].class, closing.realmId(), closing.orgId())
                .setParameter("afterOrg", closing.afterOrg())
                .setParameter("afterUser", closing.afterUser())
                .setMaxResults(max)
                .getResultStream()
                .map(row -> new Entered((String) row[0], (String) row[1]))
                .toList();
    }

    private <T> TypedQuery<T> entered(String select, String more, Class<T> type, String realmId, String orgIdOrNull) {
        TypedQuery<T> query = em.createQuery(select + ENTERED + (orgIdOrNull == null ? "" : OF_COMPANY) + more, type);
        query.setParameter("realm", realmId);
        if (orgIdOrNull != null) query.setParameter("org", orgIdOrNull);
        return query;
    }

    @Override
    public void advance(Closing closing, List<Entered> done, long until) {
        Entered last = done.get(done.size() - 1);
        em.createQuery("update ClosingEntity c set c.done = c.done + :done, c.afterOrg = :org, c.afterUser = :user,"
                        + " c.leaseUntil = :until where c.id = :id")
                .setParameter("done", (long) done.size())
                .setParameter("org", last.orgId())
                .setParameter("user", last.userId())
                .setParameter("until", until)
                .setParameter("id", closing.id())
                .executeUpdate();
    }

    @Override
    public void finish(Closing closing, long now) {
        em.createQuery("update ClosingEntity c set c.finishedAt = :now where c.id = :id")
                .setParameter("now", now)
                .setParameter("id", closing.id())
                .executeUpdate();
    }

    /** Named in the services file. */
    public static final class Factory extends JpaStoreFactory<Closings> implements Closings.Factory {
        @Override
        public Closings create(KeycloakSession session) {
            return new JpaClosings(session);
        }
    }
}
