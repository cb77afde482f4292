package dev.clientportal.keycloak.difference;

import dev.clientportal.keycloak.access.ContactStore;
import dev.clientportal.keycloak.directory.PageRequest;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The firm's own copy of what it knows of one contact of one company. It is changed by staff alone, and changing it never
 * changes the contact's own profile.
 */
public final class FirmRecord {
    private static final PageRequest ONE = new PageRequest(List.of(), 1);

    private final RecordStore records;
    private final ContactStore contacts;
    private final String realmId;
    private final String orgId;
    private final String userId;

    public FirmRecord(KeycloakSession session, RealmModel realm, String orgId, String userId) {
        this.records = session.getProvider(RecordStore.class);
        this.contacts = session.getProvider(ContactStore.class);
        this.realmId = realm.getId();
        this.orgId = orgId;
        this.userId = userId;
    }

    /** Without the fields of which nothing is recorded. */
    public Map<RecordField, String> read() {
        return records.find(orgId, userId);
    }

    /**
     * Replaces the record.
     *
     * @param wanted fields that are not in it are recorded no more
     * @return the fields that changed
     */
    public Set<RecordField> save(Map<RecordField, String> wanted) {
        Map<RecordField, String> known = lockAndRead();
        Set<RecordField> changed = EnumSet.noneOf(RecordField.class);
        for (RecordField field : RecordField.values()) {
            if (Objects.equals(known.get(field), wanted.get(field))) continue;
            write(field, wanted.get(field));
            changed.add(field);
        }
        return changed;
    }

    /**
     * Records what nothing is recorded of yet.
     *
     * @return the fields that changed
     */
    public Set<RecordField> saveMissing(Map<RecordField, String> found) {
        Map<RecordField, String> known = lockAndRead();
        Set<RecordField> changed = EnumSet.noneOf(RecordField.class);
        found.keySet().stream().filter(field -> !known.containsKey(field)).forEach(changed::add);
        changed.forEach(field -> write(field, found.get(field)));
        return changed;
    }

    /** Ends a difference, one way or the other. */
    public void resolve(RecordField field, DifferenceAction action) {
        lockAndRead();
        Difference difference =
                records.differences(realmId, new DifferenceFilter(orgId, userId, field), ONE).items().stream()
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(
                                Problem.NO_DIFFERENCE, "The contact's value is the firm's, or is ignored."));
        switch (action) {
            case ACCEPT -> {
                records.clear(orgId, userId, field); // with what was ignored
                write(field, difference.contactValue());
            }
            case IGNORE -> records.ignore(orgId, userId, field, difference.contactValue());
        }
    }

    private void write(RecordField field, String valueOrNull) {
        if (valueOrNull == null) records.clear(orgId, userId, field);
        else records.set(realmId, orgId, userId, field, valueOrNull);
    }

    /** Two changes of one record come one after the other. */
    private Map<RecordField, String> lockAndRead() {
        contacts.lock(realmId, orgId, userId);
        return read();
    }
}
