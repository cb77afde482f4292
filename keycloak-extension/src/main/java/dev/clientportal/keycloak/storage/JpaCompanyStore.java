package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.company.CompanyStore;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;

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
        if (em.find(CompanyEntity.class, orgId) == null) {
            CompanyEntity company = new CompanyEntity();
            company.orgId = orgId;
            company.realmId = realmId;
            try {
                persistOnce(company);
            } catch (ModelDuplicateException madeByAnotherRequest) {
                // the row is there, which is all that was wanted
            }
        }
        return em.createQuery("update CompanyEntity c set c.active = :active, c.changedAt = :now"
                                + " where c.orgId = :org and c.active <> :active")
                        .setParameter("active", active)
                        .setParameter("now", Time.currentTimeMillis())
                        .setParameter("org", orgId)
                        .executeUpdate()
                == 1;
    }

    @Override
    public Optional<Long> changedAt(String orgId) {
        return Optional.ofNullable(em.find(CompanyEntity.class, orgId))
                .map(company -> company.changedAt)
                .filter(changed -> changed > 0);
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
