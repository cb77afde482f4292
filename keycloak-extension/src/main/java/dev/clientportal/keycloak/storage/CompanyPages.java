package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.directory.CompanyRow;
import dev.clientportal.keycloak.directory.Cursor;
import dev.clientportal.keycloak.directory.Page;
import dev.clientportal.keycloak.directory.PageRequest;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Companies by name. */
record CompanyPages(EntityManager em) {
    private static final String SELECT = """
            select o.id, o.alias, o.name, c.externalId, o.enabled, coalesce(c.active, false),
                   (select count(*) from UserGroupMembershipEntity m where m.groupId = o.groupId),
                   (select max(k.lastUsedAt) from ContactEntity k where k.orgId = o.id)
            from OrganizationEntity o left join CompanyEntity c on c.orgId = o.id
            where o.realmId = :realm""";

    Page<CompanyRow> read(String realmId, String search, Boolean active, PageRequest page) {
        List<CompanyRow> rows = new PageQuery(SELECT)
                        .with("realm", realmId)
                        .andStartsWith(search, "o.name", "o.alias")
                        .and("coalesce(c.active, false) = :active", "active", active)
                        .after(page, "(o.name > :name or (o.name = :name and o.id > :id))", "name", "id")
                        .read(em, "o.name, o.id", page)
                        .stream()
                        .map(CompanyPages::row)
                        .toList();
        return Page.of(rows, page, last -> Cursor.encode(last.name(), last.id()));
    }

    private static CompanyRow row(Object[] row) {
        return new CompanyRow(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (Boolean) row[4],
                (Boolean) row[5],
                (Long) row[6],
                (Long) row[7]);
    }
}
