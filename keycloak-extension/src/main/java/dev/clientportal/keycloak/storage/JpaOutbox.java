package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.link.Origin;
import dev.clientportal.keycloak.mail.Mail;
import dev.clientportal.keycloak.mail.MailKind;
import dev.clientportal.keycloak.mail.MailLink;
import dev.clientportal.keycloak.mail.MailState;
import dev.clientportal.keycloak.mail.Notice;
import dev.clientportal.keycloak.mail.Outbox;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/** The outbox and the mail side of the ledger in CP_MAIL. Ids are UUIDs of version 7: their order is that of queueing. */
final class JpaOutbox extends JpaStore implements Outbox {
    private static final int MAX_REASON = 500;
    private static final String FORGET_WORDS = ", m.title = null, m.words = null, m.target = null";
    private static final String LEASED =
            "select m.id, m.realmId, coalesce(m.userId, m.typedAddress), f.mailFailures from MailEntity m"
                    + " join FirmEntity f on f.realmId = m.realmId";
    private static final String HELD = " where m.id in :ids and m.realmId = :realm and m.leaseOwner = :owner"
            + " and m.leaseUntil > 0 and m.state = :queued";
    private static final String WAITING = "select count(m), min(m.queuedAt) from MailEntity m where m.state = :queued";

    JpaOutbox(KeycloakSession session) {
        super(session);
    }

    @Override
    public Mail queueInvitation(String realmId, String orgId, String userId, String linkId, String requestedBy) {
        MailEntity mail = newMail(realmId, linkId, MailKind.INVITATION, MailLink.INVITATION);
        mail.orgId = orgId;
        mail.userId = userId;
        mail.requestedBy = requestedBy;
        em.persist(mail);
        return mail;
    }

    @Override
    public Mail queueLogin(String realmId, String linkId, String typedAddress, Origin origin) {
        MailEntity mail = newMail(realmId, linkId, MailKind.LOGIN, MailLink.LOGIN);
        mail.typedAddress = typedAddress;
        mail.setOrigin(origin);
        em.persist(mail);
        return mail;
    }

    @Override
    public Mail queueNotice(
            String realmId,
            String orgId,
            String userId,
            Notice notice,
            MailLink link,
            String askedKeyOrNull,
            String requestedBy) {
        MailEntity mail = newMail(realmId, null, notice.kind(), link);
        mail.orgId = orgId;
        mail.userId = userId;
        mail.setNotice(notice);
        mail.askedKey = askedKeyOrNull;
        mail.requestedBy = requestedBy;
        em.persist(mail);
        return mail;
    }

    @Override
    public Optional<Mail> findAsked(String askedKey) {
        return em.createQuery("select m from MailEntity m where m.askedKey = :key", Mail.class)
                .setParameter("key", askedKey)
                .getResultStream()
                .findFirst();
    }

    @Override
    public boolean takeOver(String mailId) {
        return em.createQuery("update MailEntity m set m.askedKey = null" + FORGET_WORDS
                                + " where m.id = :id and m.state = :failed and m.target is not null")
                        .setParameter("id", mailId)
                        .setParameter("failed", MailState.FAILED)
                        .executeUpdate()
                == 1;
    }

    @Override
    public Optional<Long> refusedAt(String userId, String addressHash) {
        return em.createQuery(
                        "select m.state, m.endedAt from MailEntity m where m.userId = :user and m.addressHash = :address"
                                + " and m.endedAt is not null order by m.endedAt desc, m.id desc",
                        Object[].class)
                .setParameter("user", userId)
                .setParameter("address", addressHash)
                .setMaxResults(1)
                .getResultStream()
                .filter(last -> last[0] == MailState.FAILED)
                .map(last -> (Long) last[1])
                .findFirst();
    }

    private static MailEntity newMail(String realmId, String linkId, MailKind kind, MailLink link) {
        MailEntity mail = new MailEntity();
        mail.id = newId();
        mail.realmId = realmId;
        mail.linkId = linkId;
        mail.kind = kind;
        mail.link = link;
        mail.state = MailState.QUEUED;
        mail.queuedAt = Time.currentTimeMillis();
        mail.dueAt = mail.queuedAt;
        return mail;
    }

    @Override
    public List<LeasedMail> lease(String owner, String realmIdOrNull, long now, long until, int max) {
        TypedQuery<Object[]> query = em.createQuery(
                        LEASED + " where m.state = :queued and m.dueAt <= :now and m.leaseUntil <= :now"
                                + " and f.mailPausedUntil <= :now"
                                + (realmIdOrNull == null ? "" : " and m.realmId = :realm") + " order by m.id",
                        Object[].class)
                .setParameter("queued", MailState.QUEUED)
                .setParameter("now", now)
                .setMaxResults(max);
        if (realmIdOrNull != null) query.setParameter("realm", realmIdOrNull);
        List<LeasedMail> due = leased(query);
        if (due.isEmpty()) return due;
        List<String> ids = due.stream().map(LeasedMail::id).toList();
        int leased = em.createQuery("update MailEntity m set m.leaseOwner = :owner, m.leaseUntil = :until,"
                        + " m.attempts = m.attempts + case when m.leaseUntil > 0 then 1 else 0 end"
                        + " where m.id in :ids and m.state = :queued and m.dueAt <= :now and m.leaseUntil <= :now")
                .setParameter("owner", owner)
                .setParameter("until", until)
                .setParameter("ids", ids)
                .setParameter("queued", MailState.QUEUED)
                .setParameter("now", now)
                .executeUpdate();
        if (leased == due.size()) return due;
        List<String> mine = em.createQuery(
                        "select m.id from MailEntity m where m.id in :ids and m.leaseOwner = :owner and m.leaseUntil = :until",
                        String.class)
                .setParameter("ids", ids)
                .setParameter("owner", owner)
                .setParameter("until", until)
                .getResultList();
        return due.stream().filter(mail -> mine.contains(mail.id())).toList();
    }

    @Override
    public List<LeasedMail> hold(String owner, String realmId, Collection<String> mailIds) {
        // Changes nothing, but whoever wants to lease them now waits, and then looks again.
        em.createQuery("update MailEntity m set m.leaseUntil = m.leaseUntil" + HELD)
                .setParameter("ids", mailIds)
                .setParameter("owner", owner)
                .setParameter("realm", realmId)
                .setParameter("queued", MailState.QUEUED)
                .executeUpdate();
        return leased(em.createQuery(LEASED + HELD, Object[].class)
                .setParameter("ids", mailIds)
                .setParameter("owner", owner)
                .setParameter("realm", realmId)
                .setParameter("queued", MailState.QUEUED));
    }

    private static List<LeasedMail> leased(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> new LeasedMail((String) row[0], (String) row[1], (String) row[2], (Integer) row[3]))
                .toList();
    }

    @Override
    public Optional<Mail> find(String mailId) {
        // The firm comes along, because every mail shows its brand: its store finds it loaded.
        return em.createQuery(
                        "select m, f from MailEntity m left join FirmEntity f on f.realmId = m.realmId where m.id = :id",
                        Object[].class)
                .setParameter("id", mailId)
                .getResultStream()
                .map(row -> (Mail) row[0])
                .findFirst();
    }

    @Override
    public void sent(String mailId, String addressHash, long now) {
        // The typed address has done its work: the ledger names the contact by id. So have the words of a notice.
        em.createQuery("update MailEntity m set m.state = :sent, m.sentAt = :now, m.endedAt = :now, m.reason = null,"
                        + " m.addressHash = :address, m.typedAddress = null, m.attempts = m.attempts + 1" + FORGET_WORDS
                        + " where m.id = :id and m.state = :queued")
                .setParameter("sent", MailState.SENT)
                .setParameter("address", addressHash)
                .setParameter("queued", MailState.QUEUED)
                .setParameter("now", now)
                .setParameter("id", mailId)
                .executeUpdate();
    }

    @Override
    public void retry(String mailId, String reason, long dueAt) {
        em.createQuery("update MailEntity m set m.attempts = m.attempts + 1, m.reason = :reason, m.dueAt = :due,"
                        + " m.leaseUntil = 0 where m.id = :id and m.state = :queued")
                .setParameter("reason", cut(reason))
                .setParameter("due", dueAt)
                .setParameter("id", mailId)
                .setParameter("queued", MailState.QUEUED)
                .executeUpdate();
    }

    @Override
    public void release(String mailId, String reason) {
        em.createQuery(
                        "update MailEntity m set m.leaseUntil = 0, m.reason = :reason where m.id = :id and m.state = :queued")
                .setParameter("reason", cut(reason))
                .setParameter("id", mailId)
                .setParameter("queued", MailState.QUEUED)
                .executeUpdate();
    }

    @Override
    public void refused(String mailId, String addressHashOrNull, String reason, long now) {
        end(mailId, MailState.FAILED, reason, now, 1);
        em.createQuery("update MailEntity m set m.addressHash = :address where m.id = :id")
                .setParameter("address", addressHashOrNull)
                .setParameter("id", mailId)
                .executeUpdate();
    }

    @Override
    public boolean bounced(String mailId, boolean ofTheAddress, String reason, long now) {
        return em.createQuery("update MailEntity m set m.state = :failed, m.reason = :reason, m.endedAt = :now,"
                                + " m.typedAddress = null" + (ofTheAddress ? "" : ", m.addressHash = null")
                                + " where m.id = :id and m.state in (:queued, :sent)")
                        .setParameter("failed", MailState.FAILED)
                        .setParameter("reason", cut(reason))
                        .setParameter("now", now)
                        .setParameter("id", mailId)
                        .setParameter("queued", MailState.QUEUED)
                        .setParameter("sent", MailState.SENT)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void end(String mailId, MailState state, String reason, long now) {
        end(mailId, state, reason, now, 0);
    }

    private void end(String mailId, MailState state, String reason, long now, int tries) {
        em.createQuery("update MailEntity m set m.state = :state, m.reason = :reason, m.endedAt = :now,"
                        + " m.typedAddress = null, m.addressHash = null, m.attempts = m.attempts + :tries"
                        + (state == MailState.FAILED ? "" : FORGET_WORDS) + " where m.id = :id")
                .setParameter("state", state)
                .setParameter("tries", tries)
                .setParameter("reason", cut(reason))
                .setParameter("now", now)
                .setParameter("id", mailId)
                .executeUpdate();
    }

    @Override
    public void drop(String mailId) {
        delete(MailEntity.class, "id", mailId);
    }

    @Override
    public void serverFailed(String realmId, long until) {
        em.createQuery("update FirmEntity f set f.mailFailures = f.mailFailures + 1, f.mailPausedUntil = :until"
                        + " where f.realmId = :realm")
                .setParameter("until", until)
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    @Override
    public void serverWorks(String realmId) {
        em.createQuery("update FirmEntity f set f.mailFailures = 0, f.mailPausedUntil = 0 where f.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    @Override
    public Waiting waiting() {
        return waiting(em.createQuery(WAITING, Object[].class));
    }

    @Override
    public Waiting waiting(String realmId) {
        return waiting(em.createQuery(WAITING + " and m.realmId = :realm", Object[].class)
                .setParameter("realm", realmId));
    }

    private static Waiting waiting(TypedQuery<Object[]> query) {
        Object[] row = query.setParameter("queued", MailState.QUEUED).getSingleResult();
        return new Waiting((Long) row[0], row[1] == null ? 0 : (Long) row[1]);
    }

    private static String cut(String reason) {
        return reason == null || reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON);
    }

    /** Named in the services file. */
    public static final class Factory extends JpaStoreFactory<Outbox> implements Outbox.Factory {
        @Override
        public Outbox create(KeycloakSession session) {
            return new JpaOutbox(session);
        }
    }
}
