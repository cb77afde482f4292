package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.directory.Cursor;
import dev.clientportal.keycloak.directory.InvitationRow;
import dev.clientportal.keycloak.directory.InvitationState;
import dev.clientportal.keycloak.directory.Page;
import dev.clientportal.keycloak.directory.PageRequest;
import dev.clientportal.keycloak.mail.MailLink;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.common.util.Time;

/** The ledger of one contact, the newest first: mails that invite, whatever else they are about, with their links. */
record InvitationPages(EntityManager em) {
    private static final String SELECT = """
            select m, l from MailEntity m left join LinkEntity l on l.id = m.linkId
            where m.realmId = :realm and m.orgId = :org and m.userId = :user and m.link = :invitation""";

    Page<InvitationRow> read(String realmId, String orgId, String userId, PageRequest page) {
        long now = Time.currentTimeMillis();
        List<InvitationRow> rows = new PageQuery(SELECT)
                        .with("realm", realmId)
                        .with("org", orgId)
                        .with("user", userId)
                        .with("invitation", MailLink.INVITATION)
                        .after(page, "m.id < :before", "before")
                        .read(em, "m.id desc", page)
                        .stream()
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
