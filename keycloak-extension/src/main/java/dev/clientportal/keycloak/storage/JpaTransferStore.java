package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.transfer.CompanyEntry;
import dev.clientportal.keycloak.transfer.ContactEntry;
import dev.clientportal.keycloak.transfer.ImportOutcome;
import dev.clientportal.keycloak.transfer.TransferStore;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;

/** Joins our tables with Keycloak's organizations and users, whose names stand for ids. */
final class JpaTransferStore extends JpaStore implements TransferStore {
    private static final String COMPANIES = """
            select o.alias, c
            from CompanyEntity c
            join OrganizationEntity o on o.id = c.orgId
            where c.realmId = :realm""";

    private static final String CONTACTS = """
            select o.alias, u.username, k
            from ContactEntity k
            join OrganizationEntity o on o.id = k.orgId
            join UserEntity u on u.id = k.userId
            where k.realmId = :realm""";

    private static final String MEMBERS = """
            select o.id, m.user.id
            from OrganizationEntity o
            join UserGroupMembershipEntity m on m.groupId = o.groupId
            where o.id in (:companies) and m.user.id in (:users)""";

    JpaTransferStore(KeycloakSession session) {
        super(session);
    }

    @Override
    public List<CompanyEntry> companies(String realmId, CompanyEntry after, int max) {
        TypedQuery<Object[]> query = em.createQuery(
                        COMPANIES + (after == null ? "" : " and o.alias > :after") + " order by o.alias",
                        Object[].class)
                .setParameter("realm", realmId);
        if (after != null) query.setParameter("after", after.company());
        return query.setMaxResults(max)
                .getResultStream()
                .map(row -> entry((String) row[0], (CompanyEntity) row[1]))
                .toList();
    }

    private static CompanyEntry entry(String alias, CompanyEntity row) {
        return new CompanyEntry(alias, row.active, row.changedAt == 0 ? null : row.changedAt, row.externalId);
    }

    @Override
    public List<ContactEntry> contacts(String realmId, ContactEntry after, int max) {
        TypedQuery<Object[]> query = em.createQuery(
                        CONTACTS
                                + (after == null ? "" : " and (o.alias, u.username) > (:company, :username)")
                                + " order by o.alias, u.username",
                        Object[].class)
                .setParameter("realm", realmId);
        if (after != null) query.setParameter("company", after.company()).setParameter("username", after.username());
        List<Object[]> found = query.setMaxResults(max).getResultList();
        ContactRows rows = ContactRows.read(
                em,
                realmId,
                ContactRows.keys(
                        found.stream().map(row -> (ContactEntity) row[2]).toList()));
        return found.stream()
                .map(row -> rows.entry((String) row[0], (String) row[1], (ContactEntity) row[2]))
                .toList();
    }

    @Override
    public Map<String, String> companyIds(String realmId, Set<String> aliases) {
        return ids(
                "select o.alias, o.id from OrganizationEntity o where o.realmId = :realm and o.alias in (:names)",
                realmId,
                aliases);
    }

    @Override
    public Map<String, String> userIds(String realmId, Set<String> usernames) {
        return ids(
                "select u.username, u.id from UserEntity u where u.realmId = :realm and u.username in (:names)",
                realmId,
                usernames);
    }

    private Map<String, String> ids(String select, String realmId, Set<String> names) {
        if (names.isEmpty()) return Map.of();
        return em.createQuery(select, Object[].class)
                .setParameter("realm", realmId)
                .setParameter("names", names)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    @Override
    public Set<Member> members(Set<String> companyIds, Set<String> userIds) {
        if (companyIds.isEmpty() || userIds.isEmpty()) return Set.of();
        return em.createQuery(MEMBERS, Object[].class)
                .setParameter("companies", companyIds)
                .setParameter("users", userIds)
                .getResultStream()
                .map(row -> new Member((String) row[0], (String) row[1]))
                .collect(Collectors.toSet());
    }

    @Override
    public List<SavedCompany> saveCompanies(String realmId, List<KnownCompany> companies) {
        if (companies.isEmpty()) return List.of();
        Map<String, CompanyEntity> rows = new HashMap<>(em.createQuery(
                        "select c from CompanyEntity c where c.orgId in (:ids) order by c.orgId", CompanyEntity.class)
                .setParameter("ids", companies.stream().map(KnownCompany::id).collect(Collectors.toSet()))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.orgId, Function.identity())));
        Map<String, String> owners = owners(realmId, companies);
        return companies.stream()
                .map(known -> save(realmId, rows, owners, known))
                .toList();
    }

    /** The companies that have these entries' external ids. */
    private Map<String, String> owners(String realmId, List<KnownCompany> companies) {
        Set<String> externalIds = companies.stream()
                .map(known -> known.entry().externalId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new HashMap<>(ids(
                "select c.externalId, c.orgId from CompanyEntity c where c.realmId = :realm and c.externalId in (:names)",
                realmId,
                externalIds));
    }

    private SavedCompany save(
            String realmId, Map<String, CompanyEntity> rows, Map<String, String> owners, KnownCompany known) {
        CompanyEntity there = rows.get(known.id());
        CompanyEntity row = there == null ? new CompanyEntity() : there;
        String externalId = known.entry().externalId();
        if (externalId != null) {
            boolean free = known.id().equals(owners.getOrDefault(externalId, known.id()));
            boolean same = row.externalId == null || row.externalId.equals(externalId);
            if (!free || !same) return new SavedCompany(ImportOutcome.EXTERNAL_ID_USED, false);
            owners.put(externalId, known.id());
        }
        CompanyEntry before = entry(known.entry().company(), row);
        row.active = known.entry().active();
        row.changedAt = known.entry().changedAt() == null ? 0 : known.entry().changedAt();
        if (externalId != null) row.externalId = externalId;
        if (there == null) {
            row.orgId = known.id();
            row.realmId = realmId;
            em.persist(row);
            rows.put(row.orgId, row);
            return new SavedCompany(ImportOutcome.CREATED, false);
        }
        boolean same = before.equals(entry(known.entry().company(), row));
        return new SavedCompany(same ? ImportOutcome.UNCHANGED : ImportOutcome.CHANGED, before.active() && !row.active);
    }

    @Override
    public List<SavedContact> saveContacts(String realmId, List<KnownContact> contacts) {
        if (contacts.isEmpty()) return List.of();
        Set<ContactEntity.Key> keys = contacts.stream()
                .map(known -> new ContactEntity.Key(
                        known.member().companyId(), known.member().userId()))
                .collect(Collectors.toSet());
        List<ContactEntity> locked = ContactRows.ofThem(
                        em.createQuery(
                                "select e from ContactEntity e where" + ContactRows.OF_THEM
                                        + " order by e.orgId, e.userId",
                                ContactEntity.class),
                        realmId,
                        keys)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        ContactMerge merge = new ContactMerge(em, realmId, locked);
        return contacts.stream().map(merge::save).toList();
    }

    /** Named in the services file. */
    public static final class Factory extends JpaStoreFactory<TransferStore> implements TransferStore.Factory {
        @Override
        public TransferStore create(KeycloakSession session) {
            return new JpaTransferStore(session);
        }
    }
}
