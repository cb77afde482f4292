package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.directory.Cursor;
import dev.clientportal.keycloak.directory.Page;
import dev.clientportal.keycloak.directory.PageRequest;
import dev.clientportal.keycloak.opening.Openings;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Openings in CP_OPENING, what became of each company and contact in CP_OPENING_ROW. */
final class JpaOpenings extends JpaStore implements Openings {
    private static final long NEVER = Long.MAX_VALUE;

    private static final String ROWS = """
            select r.place, r.number, r.orgId, o.name, r.userId, u.username, u.email, r.outcome, r.invitation, r.retryAfter
            from OpeningRowEntity r
            left join OrganizationEntity o on o.id = r.orgId
            left join UserEntity u on u.id = r.userId
            where r.openingId = :opening""";

    JpaOpenings(KeycloakSession session) {
        super(session);
    }

    @Override
    public Opening start(String realmId, Wish wish, Starter starter, long now) {
        OpeningEntity opening = new OpeningEntity();
        opening.id = newId();
        opening.realmId = realmId;
        opening.invite = wish.invite();
        opening.silent = wish.silent();
        opening.startedBy = starter.userId();
        opening.authRealmId = starter.realmId();
        opening.authClientId = starter.clientId();
        opening.authAddress = starter.address();
        opening.authRoles = starter.roles();
        opening.companies = wish.companies().size();
        opening.startedAt = now;
        em.persist(opening);
        for (int place = 0; place < wish.companies().size(); place++) {
            em.persist(
                    row(opening.id, realmId, new Waiting(place, wish.companies().get(place)), 0));
        }
        return opening.toOpening();
    }

    private static OpeningRowEntity row(String id, String realmId, Waiting company, int number) {
        OpeningRowEntity row = new OpeningRowEntity();
        row.openingId = id;
        row.place = company.place();
        row.number = number;
        row.realmId = realmId;
        row.orgId = company.companyId();
        return row;
    }

    @Override
    public Optional<Opening> find(String id) {
        return Optional.ofNullable(em.find(OpeningEntity.class, id)).map(OpeningEntity::toOpening);
    }

    @Override
    public Page<Opening> page(String realmId, String startedBy, PageRequest page) {
        var query = em.createQuery(
                "select o from OpeningEntity o where o.realmId = :realm"
                        + (startedBy == null ? "" : " and o.startedBy = :by")
                        + (page.isFirst() ? "" : " and o.id < :before")
                        + " order by o.id desc",
                OpeningEntity.class);
        query.setParameter("realm", realmId);
        if (startedBy != null) query.setParameter("by", startedBy);
        if (!page.isFirst()) query.setParameter("before", page.after().get(0));
        List<Opening> oneMore = query.setMaxResults(page.max() + 1)
                .getResultStream()
                .map(OpeningEntity::toOpening)
                .toList();
        return Page.of(oneMore, page, last -> Cursor.encode(last.id()));
    }

    @Override
    public Optional<Opening> lease(long now, long until) {
        List<OpeningEntity> open = em.createQuery(
                        "select o from OpeningEntity o where o.leaseUntil <= :now order by o.leaseUntil, o.id",
                        OpeningEntity.class)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultList();
        if (open.isEmpty()) return Optional.empty();
        int taken = em.createQuery("update OpeningEntity o set o.leaseUntil = :until"
                        + " where o.id = :id and o.leaseUntil <= :now")
                .setParameter("until", until)
                .setParameter("id", open.get(0).id)
                .setParameter("now", now)
                .executeUpdate();
        return taken == 1 ? Optional.of(open.get(0).toOpening()) : Optional.empty();
    }

    @Override
    public void renew(String id, long until) {
        em.createQuery("update OpeningEntity o set o.leaseUntil = :until where o.id = :id and o.leaseUntil <> :never")
                .setParameter("until", until)
                .setParameter("id", id)
                .setParameter("never", NEVER)
                .executeUpdate();
    }

    @Override
    public List<Waiting> next(String id, int max) {
        return em.createQuery(
                        "select r.place, r.orgId from OpeningRowEntity r where r.openingId = :opening and r.number = 0"
                                + " and r.outcome is null order by r.place",
                        Object[].class)
                .setParameter("opening", id)
                .setMaxResults(max)
                .getResultStream()
                .map(row -> new Waiting((Integer) row[0], (String) row[1]))
                .toList();
    }

    @Override
    public void tell(String id, Waiting company, String outcome, List<ContactOutcome> contacts) {
        int told = em.createQuery("update OpeningRowEntity r set r.outcome = :outcome where r.openingId = :opening"
                        + " and r.place = :place and r.number = 0 and r.outcome is null")
                .setParameter("outcome", outcome)
                .setParameter("opening", id)
                .setParameter("place", company.place())
                .executeUpdate();
        if (told == 0) return;
        String realmId = em.find(OpeningEntity.class, id).realmId;
        int number = 0;
        for (ContactOutcome contact : contacts) {
            OpeningRowEntity row = row(id, realmId, company, ++number);
            row.userId = contact.userId();
            row.outcome = contact.outcome();
            row.invitation = contact.invitation();
            row.retryAfter = contact.retryAfter();
            em.persist(row);
        }
        em.createQuery("update OpeningEntity o set o.done = o.done + 1 where o.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public void finish(String id, long now) {
        end("o.finishedAt", id, now);
    }

    @Override
    public void cancel(String id, long now) {
        end("o.cancelledAt", id, now);
    }

    private void end(String column, String id, long now) {
        Query update = em.createQuery(
                "update OpeningEntity o set " + column + " = :now, o.leaseUntil = :never, o.authRoles = '{}'"
                        + " where o.id = :id and o.leaseUntil <> :never");
        update.setParameter("now", now)
                .setParameter("never", NEVER)
                .setParameter("id", id)
                .executeUpdate();
        OpeningEntity ended = em.find(OpeningEntity.class, id);
        if (ended != null) em.refresh(ended); // its firm may have been removed meanwhile
    }

    @Override
    public Page<Row> rows(Opening opening, PageRequest page) {
        PageQuery query = new PageQuery(ROWS).with("opening", opening.id());
        if (!page.isFirst()) {
            query.and("(r.place > :place or (r.place = :place and r.number > :number))", "place", at(page, 0));
            query.with("number", at(page, 1));
        }
        List<Row> rows = query.read(em, "r.place, r.number", page).stream()
                .map(JpaOpenings::row)
                .toList();
        return Page.of(rows, page, last -> Cursor.encode(String.valueOf(last.place()), String.valueOf(last.number())));
    }

    private static Integer at(PageRequest page, int key) {
        try {
            return Integer.valueOf(page.after().get(key));
        } catch (NumberFormatException notOurs) {
            throw new ProblemException(
                    Problem.INVALID, "after is what an earlier page gave as next.", Map.of("field", "after"));
        }
    }

    private static Row row(Object[] row) {
        String userId = (String) row[4];
        String outcome = (String) row[7];
        return new Row(
                (Integer) row[0],
                (Integer) row[1],
                (String) row[2],
                (String) row[3],
                userId == null ? null : new ContactOutcome(userId, outcome, (String) row[8], (Long) row[9]),
                (String) row[5],
                (String) row[6],
                outcome);
    }

    /** Named in the services file. */
    public static final class Factory extends JpaStoreFactory<Openings> implements Openings.Factory {
        @Override
        public Openings create(KeycloakSession session) {
            return new JpaOpenings(session);
        }
    }
}
