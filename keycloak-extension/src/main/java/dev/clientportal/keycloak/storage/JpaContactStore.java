package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.access.AccessAct;
import dev.clientportal.keycloak.access.AccessFacts;
import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.access.ContactAccess;
import dev.clientportal.keycloak.access.ContactRight;
import dev.clientportal.keycloak.access.ContactStore;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/** Contacts' access in CP_CONTACT, joined with Keycloak's own organizations and memberships. */
final class JpaContactStore extends JpaStore implements ContactStore {
    private static final String FACTS = """
            select o.id, o.alias, o.name, o.enabled, f.active, c.active, k.state, k.mustAccept,
                k.withheldRights, k.silent, k.invitedAt, k.welcomedAt, k.lastUsedAt,
                k.acceptedAt,
                (select min(a.value) from GroupAttributeEntity a where a.group.id = o.groupId and a.name = 'logo')
            from OrganizationEntity o
            join UserGroupMembershipEntity m on m.groupId = o.groupId
            left join FirmEntity f on f.realmId = o.realmId
            left join CompanyEntity c on c.orgId = o.id
            left join ContactEntity k on k.orgId = o.id and k.userId = m.user.id
            where o.realmId = :realm and m.user.id = :user
            """;

    JpaContactStore(KeycloakSession session) {
        super(session);
    }

    @Override
    public Optional<ContactAccess> find(String orgId, String userId) {
        return Optional.ofNullable(em.find(ContactEntity.class, new ContactEntity.Key(orgId, userId)));
    }

    @Override
    public ContactAccess lock(String realmId, String orgId, String userId) {
        ContactEntity locked = findLocked(orgId, userId);
        if (locked != null) return locked;
        persistOnce(row(realmId, orgId, userId), new ContactEntity.Key(orgId, userId));
        return findLocked(orgId, userId);
    }

    @Override
    public void addEnabled(String realmId, String orgId, String userId, boolean silent) {
        ContactEntity contact = row(realmId, orgId, userId);
        contact.silent = silent;
        contact.state = AccessState.ENABLED;
        contact.changedAt = Time.currentTimeMillis();
        em.persist(contact);
    }

    private static ContactEntity row(String realmId, String orgId, String userId) {
        ContactEntity contact = new ContactEntity();
        contact.orgId = orgId;
        contact.userId = userId;
        contact.realmId = realmId;
        return contact;
    }

    private ContactEntity findLocked(String orgId, String userId) {
        ContactEntity contact =
                em.find(ContactEntity.class, new ContactEntity.Key(orgId, userId), LockModeType.PESSIMISTIC_WRITE);
        if (contact != null) em.refresh(contact);
        return contact;
    }

    @Override
    public void log(String realmId, String orgId, String userId, AccessAct act, String by) {
        AccessLogEntity entry = new AccessLogEntity();
        entry.id = newId();
        entry.realmId = realmId;
        entry.orgId = orgId;
        entry.userId = userId;
        entry.act = act;
        entry.doneBy = by;
        entry.doneAt = Time.currentTimeMillis();
        em.persist(entry);
    }

    @Override
    public Optional<Long> openedAt(String orgId, String userId) {
        return Optional.ofNullable(em.createQuery(
                        "select max(l.doneAt) from AccessLogEntity l where l.orgId = :org and l.userId = :user"
                                + " and l.act in (:opening)",
                        Long.class)
                .setParameter("org", orgId)
                .setParameter("user", userId)
                .setParameter("opening", EnumSet.of(AccessAct.ENABLED, AccessAct.UNBLOCKED))
                .getSingleResult());
    }

    @Override
    public List<AccessFacts> facts(String realmId, String userId) {
        return read(em.createQuery(FACTS + " order by o.name, o.id", Object[].class)
                .setParameter("realm", realmId)
                .setParameter("user", userId));
    }

    @Override
    public Optional<AccessFacts> facts(String realmId, String orgId, String userId) {
        return read(em.createQuery(FACTS + " and o.id = :org", Object[].class)
                        .setParameter("realm", realmId)
                        .setParameter("user", userId)
                        .setParameter("org", orgId))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<AccessFacts> factsByAlias(String realmId, String alias, String userId) {
        return read(em.createQuery(FACTS + " and o.alias = :alias", Object[].class)
                        .setParameter("realm", realmId)
                        .setParameter("user", userId)
                        .setParameter("alias", alias))
                .stream()
                .findFirst();
    }

    @Override
    public void entered(String orgId, String userId, long now) {
        em.createQuery("update ContactEntity k set k.lastUsedAt = :now where k.orgId = :org and k.userId = :user")
                .setParameter("now", now)
                .setParameter("org", orgId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    @Override
    public void welcomed(String realmId, String userId, long now) {
        em.createQuery("update ContactEntity k set k.welcomedAt = :now"
                        + " where k.realmId = :realm and k.userId = :user and k.welcomedAt is null")
                .setParameter("now", now)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    private static List<AccessFacts> read(TypedQuery<Object[]> query) {
        return query.getResultList().stream()
                .map(row -> new AccessFacts(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        Boolean.TRUE.equals(row[3]),
                        Boolean.TRUE.equals(row[4]),
                        Boolean.TRUE.equals(row[5]),
                        row[6] == null ? AccessState.NONE : (AccessState) row[6],
                        Boolean.TRUE.equals(row[7]),
                        ContactRight.without(ContactEntity.parse((String) row[8])),
                        row[13] != null,
                        Boolean.FALSE.equals(row[9]) && row[10] != null && row[11] == null,
                        (Long) row[12],
                        (String) row[14]))
                .toList();
    }

    @Override
    public void remove(String orgId, String userId) {
        for (Class<?> entity : OF_CONTACT) {
            em.createQuery("delete from " + entity.getSimpleName() + " e where e.orgId = :org and e.userId = :user")
                    .setParameter("org", orgId)
                    .setParameter("user", userId)
                    .executeUpdate();
        }
    }

    @Override
    public void removeUser(String userId) {
        OF_CONTACT.forEach(entity -> delete(entity, "userId", userId));
    }

    /** Named in the services file. */
    public static final class Factory extends JpaStoreFactory<ContactStore> implements ContactStore.Factory {
        @Override
        public ContactStore create(KeycloakSession session) {
            return new JpaContactStore(session);
        }
    }
}
