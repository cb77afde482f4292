package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.directory.Cursor;
import dev.clientportal.keycloak.directory.MailRow;
import dev.clientportal.keycloak.directory.Page;
import dev.clientportal.keycloak.directory.PageRequest;
import dev.clientportal.keycloak.mail.MailKind;
import dev.clientportal.keycloak.mail.MailLink;
import dev.clientportal.keycloak.mail.MailState;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** A firm's mails, the newest first. */
record MailPages(EntityManager em) {
    private static final String COLUMNS = """
            select m.id, m.kind, m.state, m.reason, m.attempts, m.orgId, m.userId, m.requestedBy,
                   m.queuedAt, m.dueAt, m.sentAt, m.endedAt, m.link, m.addressHash
            from MailEntity m where\s""";
    private static final String SELECT = COLUMNS + "m.realmId = :realm";

    Page<MailRow> read(String realmId, MailState state, MailKind kind, boolean onlyBounced, PageRequest page) {
        List<MailRow> rows = new PageQuery(SELECT)
                        .with("realm", realmId)
                        .and("m.state = :state", "state", state)
                        .and("m.kind = :kind", "kind", kind)
                        .and(
                                "m.state = :bounced and " + MailCounts.BOUNCED,
                                "bounced",
                                onlyBounced ? MailState.FAILED : null)
                        .after(page, "m.id < :before", "before")
                        .read(em, "m.id desc", page)
                        .stream()
                        .map(MailPages::row)
                        .toList();
        return Page.of(rows, page, last -> Cursor.encode(last.id()));
    }

    Optional<MailRow> latest(String realmId, String userId, MailKind kind) {
        return em.createQuery(SELECT + " and m.userId = :user and m.kind = :kind order by m.id desc", Object[].class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .setParameter("kind", kind)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(MailPages::row);
    }

    MailRow one(String mailId) {
        return row(em.createQuery(COLUMNS + "m.id = :id", Object[].class)
                .setParameter("id", mailId)
                .getSingleResult());
    }

    private static MailRow row(Object[] row) {
        return new MailRow(
                (String) row[0],
                (MailKind) row[1],
                (MailState) row[2],
                (String) row[3],
                (Integer) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (Long) row[8],
                (Long) row[9],
                (Long) row[10],
                (Long) row[11],
                (MailLink) row[12],
                row[2] == MailState.FAILED && (row[10] != null || row[13] != null));
    }
}
