package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.difference.Difference;
import dev.clientportal.keycloak.difference.DifferenceFilter;
import dev.clientportal.keycloak.difference.RecordField;
import dev.clientportal.keycloak.difference.RecordStore;
import dev.clientportal.keycloak.directory.Page;
import dev.clientportal.keycloak.directory.PageRequest;
import java.util.EnumMap;
import java.util.Map;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/** The firm's record in CP_RECORD, a row for each field. */
final class JpaRecordStore extends JpaStore implements RecordStore {
    JpaRecordStore(KeycloakSession session) {
        super(session);
    }

    @Override
    public Map<RecordField, String> find(String orgId, String userId) {
        Map<RecordField, String> found = new EnumMap<>(RecordField.class);
        em.createQuery("select r from RecordEntity r where r.orgId = :org and r.userId = :user", RecordEntity.class)
                .setParameter("org", orgId)
                .setParameter("user", userId)
                .getResultStream()
                .forEach(row -> found.put(RecordField.of(row.field).orElseThrow(), row.recorded));
        return found;
    }

    @Override
    public void set(String realmId, String orgId, String userId, RecordField field, String value) {
        RecordEntity row = row(orgId, userId, field);
        if (row == null) {
            add(realmId, orgId, userId, Map.of(field, value));
            return;
        }
        row.recorded = value;
        row.recordedAt = Time.currentTimeMillis();
    }

    @Override
    public void add(String realmId, String orgId, String userId, Map<RecordField, String> fields) {
        fields.forEach((field, value) -> {
            RecordEntity row = new RecordEntity();
            row.orgId = orgId;
            row.userId = userId;
            row.field = field.code();
            row.realmId = realmId;
            row.recorded = value;
            row.recordedAt = Time.currentTimeMillis();
            em.persist(row);
        });
    }

    @Override
    public void clear(String orgId, String userId, RecordField field) {
        RecordEntity row = row(orgId, userId, field);
        if (row == null) return;
        em.remove(row);
        em.flush();
    }

    @Override
    public void ignore(String orgId, String userId, RecordField field, String contactValue) {
        RecordEntity row = row(orgId, userId, field);
        row.ignored = contactValue;
        row.ignoredAt = Time.currentTimeMillis();
    }

    private RecordEntity row(String orgId, String userId, RecordField field) {
        return em.find(RecordEntity.class, new RecordEntity.Key(orgId, userId, field.code()));
    }

    @Override
    public Page<Difference> differences(String realmId, DifferenceFilter filter, PageRequest page) {
        return new DifferencePages(em).read(realmId, filter, page);
    }

    /** Named in the services file. */
    public static final class Factory extends JpaStoreFactory<RecordStore> implements RecordStore.Factory {
        @Override
        public RecordStore create(KeycloakSession session) {
            return new JpaRecordStore(session);
        }
    }
}
