package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.directory.Cursor;
import dev.clientportal.keycloak.directory.InvitationRow;
import dev.clientportal.keycloak.directory.InvitationState;
import dev.clientportal.keycloak.directory.Page;
import dev.clientportal.keycloak.directory.PageRequest;
import dev.clientportal.keycloak.link.LinkEnd;
import dev.clientportal.keycloak.mail.MailLink;
import dev.clientportal.keycloak.mail.MailState;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.common.util.Time;

/** The ledger, the newest first: mails that invite, whatever else they are about, with their links. */
record InvitationPages(EntityManager em) {
    private static final String SELECT = """
            select m, l from MailEntity m left join LinkEntity l on l.id = m.linkId
            where m.realmId = :realm and m.link = :invitation""";

    private static final String OPEN = "l.consumedAt is null and l.end is null and m.state = :mail";

    /** The ledger of one contact. */
    Page<InvitationRow> read(String realmId, String orgId, String userId, PageRequest page) {
        return read(query(realmId).and("m.orgId = :org", "org", orgId).and("m.userId = :user", "user", userId), page);
    }

    /** The ledgers of all contacts. */
    Page<InvitationRow> read(String realmId, InvitationState stateOrNull, PageRequest page) {
        PageQuery query = query(realmId);
        return read(stateOrNull == null ? query : only(query, stateOrNull), page);
    }

    private static PageQuery query(String realmId) {
        return new PageQuery(SELECT).with("realm", realmId).with("invitation", MailLink.INVITATION);
    }

    /** The same as {@link InvitationState#of}, asked of the database. */
    private static PageQuery only(PageQuery query, InvitationState state) {
        long now = Time.currentTimeMillis();
        return switch (state) {
            case ACCEPTED -> query.and("l.consumedAt > :none", "none", 0L);
            case FAILED -> query.and("l.consumedAt is null and m.state = :mail", "mail", MailState.FAILED);
            case SUPERSEDED -> ended(query).and("l.end = :end", "end", LinkEnd.SUPERSEDED);
            case REVOKED -> ended(query).and("l.end <> :end", "end", LinkEnd.SUPERSEDED);
            case CANCELLED -> query.and(OPEN, "mail", MailState.CANCELLED);
            case QUEUED -> query.and(OPEN, "mail", MailState.QUEUED);
            case EXPIRED -> query.and(OPEN, "mail", MailState.SENT).and("l.expiresAt between 1 and :now", "now", now);
            case OPENED -> valid(query, now).and("l.openedAt > :none", "none", 0L);
            case SENT -> valid(query, now).and("coalesce(l.openedAt, 0) = :none", "none", 0L);
        };
    }

    private static PageQuery ended(PageQuery query) {
        return query.and("l.consumedAt is null and m.state <> :failed", "failed", MailState.FAILED);
    }

    private static PageQuery valid(PageQuery query, long now) {
        return query.and(OPEN, "mail", MailState.SENT)
                .and("(l.expiresAt is null or l.expiresAt = 0 or l.expiresAt > :now)", "now", now);
    }

    private Page<InvitationRow> read(PageQuery query, PageRequest page) {
        long now = Time.currentTimeMillis();
        List<InvitationRow> rows = query.after(page, "m.id < :before", "before").read(em, "m.id desc", page).stream()
                .map(row -> row((MailEntity) row[0], (LinkEntity) row[1], now))
                .toList();
        return Page.of(rows, page, last -> Cursor.encode(last.id()));
    }

    private static InvitationRow row(MailEntity mail, LinkEntity linkOrNull, long now) {
        LinkEntity link = linkOrNull == null ? new LinkEntity() : linkOrNull;
        return new InvitationRow(
                mail.id,
                mail.kind,
                mail.orgId,
                mail.userId,
                InvitationState.of(mail.state, link.openedAt, link.consumedAt, link.expiresAt, link.end, now),
                mail.reason,
                mail.attempts,
                mail.requestedBy,
                mail.queuedAt,
                mail.sentAt,
                link.expiresAt == 0 ? null : link.expiresAt,
                link.openedAt,
                link.openedBy,
                link.consumedAt,
                link.endedAt,
                link.end);
    }
}
