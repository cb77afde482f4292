package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.company.CompanyStore;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/** Companies' portals in CP_COMPANY. */
final class JpaCompanyStore extends JpaStore implements CompanyStore {
    JpaCompanyStore(KeycloakSession session) {
        super(session);
    }

    @Override
    public boolean isActive(String orgId) {
        CompanyEntity company = em.find(CompanyEntity.class, orgId);
        return company != null && company.active;
    }

    @Override
    public boolean setActive(String realmId, String orgId, boolean active) {
        ensureRow(realmId, orgId);
        int changed = em.createQuery("update CompanyEntity c set c.active = :active, c.changedAt = :now"
                        + " where c.orgId = :org and c.active <> :active")
                .setParameter("active", active)
                .setParameter("now", Time.currentTimeMillis())
                .setParameter("org", orgId)
                .executeUpdate();
        return hasChanged(orgId, changed);
    }

    /** What is loaded of the row has to follow an update. */
    private boolean hasChanged(String orgId, int rows) {
        if (rows == 1) em.refresh(em.find(CompanyEntity.class, orgId));
        return rows == 1;
    }

    private void ensureRow(String realmId, String orgId) {
        if (em.find(CompanyEntity.class, orgId) == null) persistOnce(row(realmId, orgId, null), orgId);
    }

    private static CompanyEntity row(String realmId, String orgId, String externalId) {
        CompanyEntity company = new CompanyEntity();
        company.orgId = orgId;
        company.realmId = realmId;
        company.externalId = externalId;
        return company;
    }

    @Override
    public void add(String realmId, String orgId, String externalId) {
        em.persist(row(realmId, orgId, externalId));
        em.flush();
    }

    @Override
    public Optional<String> externalId(String orgId) {
        return Optional.ofNullable(em.find(CompanyEntity.class, orgId)).map(company -> company.externalId);
    }

    @Override
    public Optional<String> findByExternalId(String realmId, String externalId) {
        return em.createQuery(
                        "select c.orgId from CompanyEntity c where c.realmId = :realm and c.externalId = :external",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("external", externalId)
                .getResultStream()
                .findFirst();
    }

    @Override
    public boolean claimExternalId(String realmId, String orgId, String externalId) {
        ensureRow(realmId, orgId);
        int changed = em.createQuery("update CompanyEntity c set c.externalId = :external"
                        + " where c.orgId = :org and c.externalId is null")
                .setParameter("external", externalId)
                .setParameter("org", orgId)
                .executeUpdate();
        return hasChanged(orgId, changed);
    }

    @Override
    public Optional<String> findByAlias(String realmId, String alias) {
        return em.createQuery(
                        "select o.id from OrganizationEntity o where o.realmId = :realm and o.alias = :alias",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("alias", alias)
                .getResultStream()
                .findFirst();
    }

    @Override
    public boolean isNameTaken(String realmId, String name) {
        return em.createQuery(
                                "select count(o) from OrganizationEntity o where o.realmId = :realm and o.name = :name",
                                Long.class)
                        .setParameter("realm", realmId)
                        .setParameter("name", name)
                        .getSingleResult()
                > 0;
    }

    @Override
    public Optional<Long> changedAt(String orgId) {
        return Optional.ofNullable(em.find(CompanyEntity.class, orgId))
                .map(company -> company.changedAt)
                .filter(changed -> changed > 0);
    }

    @Override
    public Optional<Long> lastSignInAt(String orgId) {
        return Optional.ofNullable(
                em.createQuery("select max(k.lastUsedAt) from ContactEntity k where k.orgId = :org", Long.class)
                        .setParameter("org", orgId)
                        .getSingleResult());
    }

    @Override
    public void remove(String orgId) {
        OF_CONTACT.forEach(entity -> delete(entity, "orgId", orgId));
        delete(CompanyEntity.class, "orgId", orgId);
        delete(ClosingEntity.class, "orgId", orgId);
    }

    /** Named in the services file. */
    public static final class Factory extends JpaStoreFactory<CompanyStore> implements CompanyStore.Factory {
        @Override
        public CompanyStore create(KeycloakSession session) {
            return new JpaCompanyStore(session);
        }
    }
}
