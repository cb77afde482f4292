package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.difference.RecordField;
import dev.clientportal.keycloak.transfer.ContactEntry;
import dev.clientportal.keycloak.transfer.LogEntry;
import dev.clientportal.keycloak.transfer.RecordEntry;
import dev.clientportal.keycloak.transfer.RecordedEntry;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The records and logs of some contacts, one statement for each table. Users and companies are asked for apart, which finds
 * some rows too many where users have several companies: those lie in the map and nobody asks for them.
 */
final class ContactRows {
    static final String OF_THEM = " e.realmId = :realm and e.orgId in (:companies) and e.userId in (:users)";

    /** Admins of another realm, and users who were removed, are told by id. */
    private static final String LOG = "select e, b.username from AccessLogEntity e"
            + " left join UserEntity b on b.id = e.doneBy and b.realmId = e.realmId where" + OF_THEM;

    private static final Comparator<LogEntry> BY_TIME = Comparator.comparing(LogEntry::at)
            .thenComparing(LogEntry::act)
            .thenComparing(entry -> entry.by() + " " + entry.byId());

    private final Map<ContactEntity.Key, Map<String, RecordEntity>> records = new HashMap<>();
    private final Map<ContactEntity.Key, List<Logged>> logs = new HashMap<>();

    /** @param byUsername null when the realm has no such user */
    private record Logged(AccessLogEntity row, String byUsername) {}

    private ContactRows() {}

    static ContactRows read(EntityManager em, String realmId, Collection<ContactEntity.Key> keys) {
        ContactRows rows = new ContactRows();
        if (keys.isEmpty()) return rows;
        ofThem(em.createQuery("select e from RecordEntity e where" + OF_THEM, RecordEntity.class), realmId, keys)
                .getResultStream()
                .forEach(row -> rows.records(key(row.orgId, row.userId)).put(row.field, row));
        ofThem(em.createQuery(LOG, Object[].class), realmId, keys)
                .getResultStream()
                .forEach(row -> {
                    AccessLogEntity entry = (AccessLogEntity) row[0];
                    rows.logged(key(entry.orgId, entry.userId)).add(new Logged(entry, (String) row[1]));
                });
        return rows;
    }

    static <T> TypedQuery<T> ofThem(TypedQuery<T> query, String realmId, Collection<ContactEntity.Key> keys) {
        return query.setParameter("realm", realmId)
                .setParameter("companies", keys.stream().map(key -> key.orgId).collect(Collectors.toSet()))
                .setParameter("users", keys.stream().map(key -> key.userId).collect(Collectors.toSet()));
    }

    private static ContactEntity.Key key(String orgId, String userId) {
        return new ContactEntity.Key(orgId, userId);
    }

    /** By the codes of their fields; can be changed. */
    Map<String, RecordEntity> records(ContactEntity.Key key) {
        return records.computeIfAbsent(key, none -> new HashMap<>());
    }

    List<AccessLogEntity> log(ContactEntity.Key key) {
        return logged(key).stream().map(Logged::row).toList();
    }

    void add(AccessLogEntity row) {
        logged(key(row.orgId, row.userId)).add(new Logged(row, null));
    }

    private List<Logged> logged(ContactEntity.Key key) {
        return logs.computeIfAbsent(key, none -> new ArrayList<>());
    }

    /** What the rows say now. */
    ContactEntry entry(String alias, String username, ContactEntity contact) {
        ContactEntity.Key key = key(contact.orgId, contact.userId);
        return new ContactEntry(
                alias,
                username,
                contact.state,
                contact.mustAccept ? true : null,
                contact.silent ? true : null,
                contact.getWithheld(),
                contact.invitedAt,
                contact.acceptedAt,
                contact.welcomedAt,
                contact.lastUsedAt,
                contact.changedAt == 0 ? null : contact.changedAt,
                record(key),
                logged(key).stream().map(ContactRows::entry).sorted(BY_TIME).toList());
    }

    private RecordEntry record(ContactEntity.Key key) {
        Map<String, RecordEntity> rows = records(key);
        if (rows.isEmpty()) return null;
        Map<RecordField, RecordedEntry> fields = new EnumMap<>(RecordField.class);
        rows.values()
                .forEach(row -> fields.put(
                        RecordField.of(row.field).orElseThrow(),
                        new RecordedEntry(row.recorded, row.recordedAt, row.ignored, row.ignoredAt)));
        return RecordEntry.of(fields);
    }

    private static LogEntry entry(Logged logged) {
        AccessLogEntity row = logged.row;
        return new LogEntry(row.act, row.doneAt, logged.byUsername, logged.byUsername == null ? row.doneBy : null);
    }

    static Set<ContactEntity.Key> keys(Collection<ContactEntity> contacts) {
        return contacts.stream().map(row -> key(row.orgId, row.userId)).collect(Collectors.toSet());
    }
}
