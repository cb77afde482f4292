package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.access.ContactRight;
import dev.clientportal.keycloak.directory.ContactFilter;
import dev.clientportal.keycloak.directory.ContactRow;
import dev.clientportal.keycloak.directory.Cursor;
import dev.clientportal.keycloak.directory.InvitationState;
import dev.clientportal.keycloak.directory.OfContact;
import dev.clientportal.keycloak.directory.Page;
import dev.clientportal.keycloak.directory.PageRequest;
import dev.clientportal.keycloak.link.LinkEnd;
import dev.clientportal.keycloak.mail.MailLink;
import dev.clientportal.keycloak.mail.MailState;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.common.util.Time;

/**
 * Contacts by username, with their access and their last invitation. Mail ids grow with time, so the last invitation is
 * the one with the greatest.
 */
record ContactPages(EntityManager em) {
    private static final String SELECT = """
            select u.id, o.id, o.name, u.username, u.email, u.firstName, u.lastName, u.enabled,
                   k.state, k.mustAccept, k.silent, k.acceptedAt, k.invitedAt, k.withheldRights,
                   i.state, i.sentAt, l.openedAt, l.consumedAt, l.expiresAt, l.end
            from OrganizationEntity o
            join UserGroupMembershipEntity m on m.groupId = o.groupId
            join m.user u
            left join ContactEntity k on k.orgId = o.id and k.userId = u.id
            left join MailEntity i on i.id = (select max(x.id) from MailEntity x
                where x.orgId = k.orgId and x.userId = k.userId and x.link = :invitation)
            left join LinkEntity l on l.id = i.linkId
            where o.realmId = :realm and u.realmId = :realm""";

    private static final String NONE = AccessState.class.getName() + "." + AccessState.NONE.name();
    private static final int STATE = 8;
    private static final int INVITATION = 14;

    Page<ContactRow> read(String realmId, ContactFilter filter, PageRequest page) {
        long now = Time.currentTimeMillis();
        List<ContactRow> rows = query(realmId, filter)
                .after(
                        page,
                        "(u.username > :username or (u.username = :username and o.id > :after))",
                        "username",
                        "after")
                .read(em, "u.username, o.id", page)
                .stream()
                .map(row -> row(row, now))
                .toList();
        return Page.of(rows, page, last -> Cursor.encode(last.username(), last.companyId()));
    }

    /** Those of these users who are contacts of the company. */
    List<ContactRow> of(String realmId, String companyId, Set<String> userIds) {
        long now = Time.currentTimeMillis();
        return query(realmId, new ContactFilter(companyId, null, null, null))
                .and("u.id in (:users)", "users", userIds)
                .read(em, "u.id", new PageRequest(List.of(), userIds.size()))
                .stream()
                .map(row -> row(row, now))
                .toList();
    }

    /** Those that these are about: all of these users in all of these companies are read, which are few. */
    List<ContactRow> of(String realmId, List<? extends OfContact> wanted) {
        long now = Time.currentTimeMillis();
        Set<List<String>> keys =
                wanted.stream().map(it -> List.of(it.companyId(), it.userId())).collect(Collectors.toSet());
        return query(realmId, new ContactFilter(null, null, null, null))
                .and("u.id in (:users)", "users", distinct(wanted, OfContact::userId))
                .and("o.id in (:companies)", "companies", distinct(wanted, OfContact::companyId))
                .read(em, "u.id", new PageRequest(List.of(), wanted.size() * wanted.size()))
                .stream()
                .map(row -> row(row, now))
                .filter(row -> keys.contains(List.of(row.companyId(), row.userId())))
                .toList();
    }

    private static Set<String> distinct(List<? extends OfContact> wanted, Function<OfContact, String> id) {
        return wanted.stream().map(id).collect(Collectors.toSet());
    }

    private static PageQuery query(String realmId, ContactFilter filter) {
        return new PageQuery(SELECT)
                .with("realm", realmId)
                .with("invitation", MailLink.INVITATION)
                .and("o.id = :org", "org", filter.companyId())
                .and("u.id = :user", "user", filter.userId())
                .and("coalesce(k.state, " + NONE + ") = :state", "state", filter.state())
                .andStartsWith(filter.search(), "u.username", "u.email", "u.firstName", "u.lastName");
    }

    private static ContactRow row(Object[] row, long now) {
        return new ContactRow(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (Boolean) row[7],
                row[STATE] == null ? AccessState.NONE : (AccessState) row[STATE],
                Boolean.TRUE.equals(row[STATE + 1]),
                Boolean.TRUE.equals(row[STATE + 2]),
                (Long) row[STATE + 3],
                (Long) row[STATE + 4],
                ContactRight.without(ContactEntity.parse((String) row[STATE + 5])),
                row[INVITATION] == null ? null : invitation(row, now),
                (Long) row[INVITATION + 1]);
    }

    private static InvitationState invitation(Object[] row, long now) {
        Long expiresAt = (Long) row[INVITATION + 4];
        return InvitationState.of(
                (MailState) row[INVITATION],
                (Long) row[INVITATION + 2],
                (Long) row[INVITATION + 3],
                expiresAt == null ? 0 : expiresAt,
                (LinkEnd) row[INVITATION + 5],
                now);
    }
}
