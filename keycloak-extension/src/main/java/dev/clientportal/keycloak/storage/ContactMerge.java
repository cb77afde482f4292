package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.access.AccessAct;
import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.difference.RecordField;
import dev.clientportal.keycloak.transfer.ContactEntry;
import dev.clientportal.keycloak.transfer.ImportOutcome;
import dev.clientportal.keycloak.transfer.LogEntry;
import dev.clientportal.keycloak.transfer.RecordedEntry;
import dev.clientportal.keycloak.transfer.TransferStore.Before;
import dev.clientportal.keycloak.transfer.TransferStore.KnownContact;
import dev.clientportal.keycloak.transfer.TransferStore.SavedContact;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes contacts' rows what the entries of a file say. What staff decided is as in the file, but for a block, which no
 * file lifts; what happened is never taken back: of the times of use the later one stays, and to the log is only added.
 */
final class ContactMerge {
    private final EntityManager em;
    private final String realmId;
    private final Map<ContactEntity.Key, ContactEntity> contacts = new HashMap<>();
    private final ContactRows rows;

    /** @param locked the rows that are there */
    ContactMerge(EntityManager em, String realmId, List<ContactEntity> locked) {
        this.em = em;
        this.realmId = realmId;
        locked.forEach(row -> contacts.put(new ContactEntity.Key(row.orgId, row.userId), row));
        this.rows = ContactRows.read(em, realmId, contacts.keySet());
    }

    SavedContact save(KnownContact known) {
        ContactEntity.Key key =
                new ContactEntity.Key(known.member().companyId(), known.member().userId());
        ContactEntity row = contacts.get(key);
        boolean isNew = row == null;
        ImportOutcome refusal = isNew ? null : refusal(row, known.entry());
        if (refusal != null) return new SavedContact(refusal, new Before(row.state, row.mustAccept), Set.of());
        if (isNew) row = newRow(key);
        Before before = isNew ? null : new Before(row.state, row.mustAccept);
        ContactEntry now = rows.entry(null, null, row);
        decided(row, known.entry());
        if (isNew) em.persist(row);
        recorded(key, known.entry());
        Set<AccessAct> logged = logged(key, known.entry().log());
        boolean same = now.equals(rows.entry(null, null, row));
        return new SavedContact(
                isNew ? ImportOutcome.CREATED : same ? ImportOutcome.UNCHANGED : ImportOutcome.CHANGED, before, logged);
    }

    /** A file may be older than a block, or than the unblocking that asks for a new invitation: it lifts neither. */
    private static ImportOutcome refusal(ContactEntity row, ContactEntry entry) {
        if (entry.state() == AccessState.BLOCKED) return null;
        if (row.state == AccessState.BLOCKED) return ImportOutcome.BLOCKED;
        boolean accepted = entry.acceptedAt() != null && entry.acceptedAt() >= row.changedAt;
        boolean mustAccept = row.mustAccept && !accepted;
        return mustAccept && !Boolean.TRUE.equals(entry.mustAccept()) ? ImportOutcome.MUST_ACCEPT : null;
    }

    private ContactEntity newRow(ContactEntity.Key key) {
        ContactEntity row = new ContactEntity();
        row.orgId = key.orgId;
        row.userId = key.userId;
        row.realmId = realmId;
        contacts.put(key, row);
        return row;
    }

    private static void decided(ContactEntity row, ContactEntry entry) {
        row.state = entry.state();
        row.mustAccept = Boolean.TRUE.equals(entry.mustAccept());
        row.silent = Boolean.TRUE.equals(entry.silent());
        row.setWithheld(entry.withheld());
        row.invitedAt = entry.invitedAt();
        row.acceptedAt = entry.acceptedAt();
        row.changedAt = entry.changedAt() == null ? 0 : entry.changedAt();
        row.welcomedAt = later(row.welcomedAt, entry.welcomedAt());
        row.lastUsedAt = later(row.lastUsedAt, entry.lastUsedAt());
    }

    private static Long later(Long oneOrNull, Long otherOrNull) {
        if (oneOrNull == null || otherOrNull == null) return oneOrNull == null ? otherOrNull : oneOrNull;
        return Math.max(oneOrNull, otherOrNull);
    }

    private void recorded(ContactEntity.Key key, ContactEntry entry) {
        for (RecordField field : RecordField.values()) {
            RecordedEntry wanted =
                    entry.record() == null ? null : entry.record().get(field);
            if (wanted == null) clear(key, field);
            else write(key, field, wanted);
        }
    }

    private void clear(ContactEntity.Key key, RecordField field) {
        RecordEntity row = rows.records(key).remove(field.code());
        if (row == null) return;
        em.remove(row);
        em.flush(); // a second entry of the same contact may bring it back
    }

    private void write(ContactEntity.Key key, RecordField field, RecordedEntry wanted) {
        RecordEntity known = rows.records(key).get(field.code());
        RecordEntity row = known == null ? new RecordEntity() : known;
        row.recorded = wanted.value();
        row.recordedAt = wanted.recordedAt();
        row.ignored = wanted.ignored();
        row.ignoredAt = wanted.ignoredAt();
        if (known != null) return;
        row.orgId = key.orgId;
        row.userId = key.userId;
        row.field = field.code();
        row.realmId = realmId;
        em.persist(row);
        rows.records(key).put(row.field, row);
    }

    /** The same act in the same moment is the same entry, whose author may have become known. */
    private Set<AccessAct> logged(ContactEntity.Key key, List<LogEntry> wanted) {
        Set<AccessAct> added = EnumSet.noneOf(AccessAct.class);
        for (LogEntry entry : wanted) {
            AccessLogEntity known = rows.log(key).stream()
                    .filter(row -> row.act == entry.act() && row.doneAt == entry.at())
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                add(key, entry);
                added.add(entry.act());
            } else if (known.doneBy == null) {
                known.doneBy = entry.byId();
            }
        }
        return added;
    }

    private void add(ContactEntity.Key key, LogEntry entry) {
        AccessLogEntity row = new AccessLogEntity();
        row.id = JpaStore.newId();
        row.realmId = realmId;
        row.orgId = key.orgId;
        row.userId = key.userId;
        row.act = entry.act();
        row.doneBy = entry.byId();
        row.doneAt = entry.at();
        em.persist(row);
        rows.add(row);
    }
}
