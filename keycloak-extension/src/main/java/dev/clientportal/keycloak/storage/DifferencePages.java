package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.difference.Difference;
import dev.clientportal.keycloak.difference.DifferenceFilter;
import dev.clientportal.keycloak.difference.RecordField;
import dev.clientportal.keycloak.directory.Cursor;
import dev.clientportal.keycloak.directory.Page;
import dev.clientportal.keycloak.directory.PageRequest;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Firms' records beside Keycloak's users and their attribute {@code phoneNumber}. An attribute can have several values: the
 * same one of them is looked at each time. Keycloak keeps those of more than 255 letters elsewhere; they are no phone
 * numbers and are passed over.
 */
record DifferencePages(EntityManager em) {
    private static final String OWN = "nullif(trim(case r.field when 'firstName' then u.firstName"
            + " when 'lastName' then u.lastName when 'email' then u.email else p.value end), '')";

    /** A blank stands for no value: nothing that is trimmed is one, and databases differ over empty texts. */
    private static final String COMPARED_OWN = folded("coalesce(" + OWN + ", ' ')");

    private static final String SELECT = "select o.id, o.name, u.id, u.username, r.field, r.recorded, " + OWN + """
            , r.recordedAt
            from RecordEntity r
            join OrganizationEntity o on o.id = r.orgId
            join UserEntity u on u.id = r.userId
            left join UserAttributeEntity p on p.id = (select min(x.id) from UserAttributeEntity x
                where x.user = u and x.name = 'phoneNumber' and r.field = 'phone')
            where r.realmId = :realm and (p.id is null or p.value is not null)
            and\s"""
            + folded("r.recorded") + " <> " + COMPARED_OWN
            + " and (r.ignoredAt is null or " + folded("coalesce(r.ignored, ' ')") + " <> " + COMPARED_OWN + ")";

    private static String folded(String text) {
        return "case when r.field = 'email' then lower(" + text + ") else " + text + " end";
    }

    Page<Difference> read(String realmId, DifferenceFilter filter, PageRequest page) {
        List<Difference> rows = new PageQuery(SELECT)
                        .with("realm", realmId)
                        .and("r.orgId = :org", "org", filter.companyId())
                        .and("r.userId = :user", "user", filter.userId())
                        .and(
                                "r.field = :field",
                                "field",
                                filter.field() == null ? null : filter.field().code())
                        .after(
                                page,
                                "(u.username > :username or (u.username = :username"
                                        + " and (o.id > :company or (o.id = :company and r.field > :last))))",
                                "username",
                                "company",
                                "last")
                        .read(em, "u.username, o.id, r.field", page)
                        .stream()
                        .map(DifferencePages::row)
                        .toList();
        return Page.of(
                rows,
                page,
                last -> Cursor.encode(
                        last.username(), last.companyId(), last.field().code()));
    }

    private static Difference row(Object[] row) {
        return new Difference(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                RecordField.of((String) row[4]).orElseThrow(),
                (String) row[5],
                (String) row[6],
                (Long) row[7]);
    }
}
