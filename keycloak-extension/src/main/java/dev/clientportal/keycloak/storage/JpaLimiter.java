package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.limit.Limit;
import dev.clientportal.keycloak.limit.Limiter;
import dev.clientportal.keycloak.link.Secrets;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.hibernate.jpa.HibernateHints;
import org.keycloak.Config;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ProviderConfigProperty;

/** Counters in CP_LIMIT, one row per counted thing; what is counted is kept as a hash. */
final class JpaLimiter implements Limiter {
    private static final int RACES = 5;
    private static final long HOUR_MILLIS = 3_600_000;

    private final KeycloakSession session;
    private final Factory limits;

    private JpaLimiter(KeycloakSession session, Factory limits) {
        this.session = session;
        this.limits = limits;
    }

    @Override
    public long mailTo(String realmId, String address) {
        return take(realmId, mail(realmId, address));
    }

    @Override
    public long waitBeforeMailTo(String realmId, String address) {
        long now = Time.currentTimeMillis();
        Counted mail = mail(realmId, address);
        LimitEntity row = JpaStore.entityManager(session).find(LimitEntity.class, mail.id());
        return row == null ? 0 : Math.max(0, (opens(mail.limit(), row) - now + 999) / 1000);
    }

    @Override
    public long requestFrom(String realmId, String ipAddress) {
        return take(realmId, request(realmId, ipAddress));
    }

    @Override
    public long requestedMail(String realmId, String ipAddress, String address, Consumer<KeycloakSession> queueing) {
        return take(realmId, queueing, request(realmId, ipAddress), mail(realmId, address));
    }

    @Override
    public long tryFrom(String realmId, String ipAddress) {
        return take(realmId, counted(limits.triesFrom, realmId, ipAddress));
    }

    @Override
    public long bulkInvitation(String realmId) {
        return take(realmId, counted(limits.bulk, realmId, ""));
    }

    @Override
    public long noticeTo(String realmId, String address) {
        return take(realmId, counted(limits.noticesTo, realmId, folded(address)));
    }

    @Override
    public long testMailTo(String realmId, String userId) {
        return take(realmId, counted(limits.tests, realmId, userId));
    }

    private Counted mail(String realmId, String address) {
        return counted(limits.mailsTo, realmId, folded(address));
    }

    private static String folded(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    private Counted request(String realmId, String ipAddress) {
        return counted(limits.requestsFrom, realmId, ipAddress);
    }

    private static Counted counted(Limit limit, String realmId, String subject) {
        return new Counted(limit, Secrets.sha256(realmId + '|' + limit.name() + '|' + subject));
    }

    /** A row, and how often it may grow. */
    private record Counted(Limit limit, String id) {}

    private long take(String realmId, Counted one) {
        return take(realmId, own -> {}, one);
    }

    /**
     * Counts one after the other until one says to wait; if none does, goes on with what follows. Nobody counts in another
     * order, so nobody locks another out.
     */
    private long take(String realmId, Consumer<KeycloakSession> then, Counted... all) {
        long now = Time.currentTimeMillis();
        for (int race = 0; race < RACES; race++) {
            try {
                Long wait = KeycloakModelUtils.runJobInTransactionWithResult(
                        session.getKeycloakSessionFactory(), own -> takeEach(own, realmId, now, then, all));
                if (wait != null) return wait;
            } catch (ModelDuplicateException firstCountedByAnotherRequest) {
                // its row is there now: count in it
            }
        }
        return 1;
    }

    private static Long takeEach(
            KeycloakSession own, String realmId, long now, Consumer<KeycloakSession> then, Counted... all) {
        EntityManager em = JpaStore.entityManager(own);
        for (Counted one : all) {
            Long wait = take(em, one.limit(), realmId, one.id(), now);
            if (wait == null) own.getTransactionManager().setRollbackOnly();
            if (wait == null || wait > 0) return wait;
        }
        then.accept(own);
        return 0L;
    }

    /** Returns 0 when it was counted, the seconds to wait when it was not, null when the row changed meanwhile. */
    private static Long take(EntityManager em, Limit limit, String realmId, String id, long now) {
        if (count(em, limit, id, now)) return 0L;
        LimitEntity row = em.find(LimitEntity.class, id);
        if (row == null) {
            em.persist(first(limit, realmId, id, now));
            em.flush();
            return 0L;
        }
        long open = opens(limit, row);
        return open <= now ? null : (open - now + 999) / 1000;
    }

    /**
     * In SQL, because Hibernate (7.2) translates an update in its own language anew each time, and this is a long one. Were
     * it not told whose rows are updated, it would go through all entities, Keycloak's too, for what to forget of them.
     */
    private static boolean count(EntityManager em, Limit limit, String id, long now) {
        return em.createNativeQuery("""
                                update {h-schema}CP_LIMIT set LAST_AT = :now,
                                FIRST_COUNT = case when FIRST_START <= :first then 1 else FIRST_COUNT + 1 end,
                                FIRST_START = case when FIRST_START <= :first then :now else FIRST_START end,
                                SECOND_COUNT = case when SECOND_START <= :second then 1 else SECOND_COUNT + 1 end,
                                SECOND_START = case when SECOND_START <= :second then :now else SECOND_START end,
                                PURGE_AT = :purge
                                where ID = :id and LAST_AT <= :pause
                                and (FIRST_START <= :first or FIRST_COUNT < :firstMax)
                                and (SECOND_START <= :second or SECOND_COUNT < :secondMax)
                                """)
                        .setHint(HibernateHints.HINT_NATIVE_SPACES, LimitEntity.class)
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .setParameter("pause", lastAllowed(limit, now))
                        .setParameter("first", now - limit.first().seconds() * 1000L)
                        .setParameter("firstMax", limit.first().max())
                        .setParameter("second", now - limit.second().seconds() * 1000L)
                        .setParameter("secondMax", limit.second().max())
                        .setParameter("purge", purgeAt(limit, now))
                        .executeUpdate()
                == 1;
    }

    /** Without a pause the last time does not matter: requests at once read the clock in another order than they count. */
    private static long lastAllowed(Limit limit, long now) {
        return limit.pauseSeconds() == 0 ? Long.MAX_VALUE : now - limit.pauseSeconds() * 1000L;
    }

    private static long opens(Limit limit, LimitEntity row) {
        long open = limit.pauseSeconds() == 0 ? 0 : row.lastAt + limit.pauseSeconds() * 1000L;
        open = Math.max(open, opens(limit.first(), row.firstStart, row.firstCount));
        return Math.max(open, opens(limit.second(), row.secondStart, row.secondCount));
    }

    private static long opens(Limit.Window window, long start, int count) {
        return count < window.max() ? 0 : start + window.seconds() * 1000L;
    }

    private static LimitEntity first(Limit limit, String realmId, String id, long now) {
        LimitEntity row = new LimitEntity();
        row.id = id;
        row.realmId = realmId;
        row.lastAt = now;
        row.firstStart = now;
        row.firstCount = 1;
        row.secondStart = now;
        row.secondCount = 1;
        row.purgeAt = purgeAt(limit, now);
        return row;
    }

    /** In whole hours: it is indexed, and so counting leaves the index alone most of the time. */
    private static long purgeAt(Limit limit, long now) {
        long over = now + Math.max(limit.first().seconds(), limit.second().seconds()) * 1000L;
        return over - over % HOUR_MILLIS + HOUR_MILLIS;
    }

    @Override
    public long mailPause() {
        return limits.mailsTo.pauseSeconds();
    }

    @Override
    public List<Limit.InForce> inForce() {
        return limits.inForce;
    }

    @Override
    public void close() {}

    /** Named in the services file. */
    public static final class Factory extends JpaStoreFactory<Limiter> implements Limiter.Factory {
        private Limit mailsTo;
        private Limit requestsFrom;
        private Limit triesFrom;
        private Limit bulk;
        private Limit noticesTo;
        private Limit tests;
        private List<Limit.InForce> inForce = List.of();

        @Override
        public void init(Config.Scope config) {
            mailsTo = Limit.mailsTo(config);
            requestsFrom = Limit.requestsFrom(config);
            triesFrom = Limit.triesFrom(config);
            bulk = Limit.bulk(config);
            noticesTo = Limit.noticesTo(config);
            tests = Limit.tests(config);
            inForce = Limit.inForce(config);
        }

        @Override
        public Limiter create(KeycloakSession session) {
            return new JpaLimiter(session, this);
        }

        @Override
        public List<ProviderConfigProperty> getConfigMetadata() {
            return Limit.settings().stream().map(setting -> setting.property()).toList();
        }
    }
}
