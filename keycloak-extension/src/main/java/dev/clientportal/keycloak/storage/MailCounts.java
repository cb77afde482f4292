package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.directory.FailedMails;
import dev.clientportal.keycloak.directory.InvitationTimes;
import dev.clientportal.keycloak.mail.MailLink;
import dev.clientportal.keycloak.mail.MailState;
import jakarta.persistence.EntityManager;
import java.util.List;

/** What of a firm's mails is counted, each in one statement. */
record MailCounts(EntityManager em) {
    static final String BOUNCED = "(m.sentAt is not null or m.addressHash is not null)";

    private static final String QUARTER_OF = "floor(m.queuedAt / " + InvitationTimes.QUARTER.toMillis() + ")";

    FailedMails failed(String realmId) {
        Object[] row = em.createQuery(
                        "select count(m), count(case when " + BOUNCED + " then 1 end) from MailEntity m"
                                + " where m.realmId = :realm and m.state = :failed",
                        Object[].class)
                .setParameter("realm", realmId)
                .setParameter("failed", MailState.FAILED)
                .getSingleResult();
        return new FailedMails((Long) row[0], (Long) row[1]);
    }

    List<InvitationTimes> invitations(String realmId, long from, long until, long now) {
        // Whole seconds, as the admin event about a late one.
        long late = InvitationTimes.PROMISED.plusSeconds(1).toMillis();
        return em.createQuery(
                        "select " + QUARTER_OF + ", count(case when m.sentAt - m.queuedAt < :late then 1 end),"
                                + " count(case when m.sentAt - m.queuedAt >= :late"
                                + " or m.state = :queued and m.queuedAt <= :overdue then 1 end),"
                                + " count(case when m.state = :failed and m.sentAt is null then 1 end)"
                                + " from MailEntity m where m.realmId = :realm and m.link = :invitation"
                                + " and m.queuedAt >= :from and m.queuedAt < :until group by " + QUARTER_OF,
                        Object[].class)
                .setParameter("late", late)
                .setParameter("overdue", now - late)
                .setParameter("queued", MailState.QUEUED)
                .setParameter("failed", MailState.FAILED)
                .setParameter("invitation", MailLink.INVITATION)
                .setParameter("realm", realmId)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultStream()
                .map(row -> new InvitationTimes(
                        ((Number) row[0]).longValue() * InvitationTimes.QUARTER.toMillis(),
                        (Long) row[1],
                        (Long) row[2],
                        (Long) row[3]))
                .toList();
    }
}
