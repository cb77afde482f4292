package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.difference.RecordField;
import dev.clientportal.keycloak.transfer.CompanyEntry;
import dev.clientportal.keycloak.transfer.ContactEntry;
import dev.clientportal.keycloak.transfer.LogEntry;
import dev.clientportal.keycloak.transfer.RecordEntry;
import dev.clientportal.keycloak.transfer.RecordedEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Checks entries of a portal file, and fills in what may be left out. */
final class EntryCheck {
    private static final int MAX_NAME = 255;

    /** The last moment that has a year of four digits. */
    private static final long MAX_TIME = 253_402_300_799_999L;

    private EntryCheck() {}

    static CompanyEntry company(CompanyEntry entry) {
        Check.required("active", entry.active());
        return new CompanyEntry(
                name("company", entry.company()),
                entry.active(),
                time("changedAt", entry.changedAt()),
                Check.line("externalId", entry.externalId(), MAX_NAME));
    }

    static ContactEntry contact(ContactEntry entry) {
        return new ContactEntry(
                name("company", entry.company()),
                username("username", name("username", entry.username())),
                Check.required("state", entry.state()),
                entry.mustAccept(),
                entry.silent(),
                withoutNull("withheld", entry.withheld() == null ? Set.of() : entry.withheld()),
                time("invitedAt", entry.invitedAt()),
                time("acceptedAt", entry.acceptedAt()),
                time("welcomedAt", entry.welcomedAt()),
                time("lastUsedAt", entry.lastUsedAt()),
                time("changedAt", entry.changedAt()),
                entry.record() == null ? null : record(entry.record()),
                log(entry.log() == null ? List.of() : entry.log()));
    }

    private static RecordEntry record(RecordEntry entry) {
        Map<RecordField, RecordedEntry> fields = new EnumMap<>(RecordField.class);
        for (RecordField field : RecordField.values()) {
            RecordedEntry recorded = entry.get(field);
            if (recorded != null) fields.put(field, recorded("record." + field.code(), recorded));
        }
        return RecordEntry.of(fields);
    }

    /** No address is asked to be valid: the record can have taken over what a profile says. */
    private static RecordedEntry recorded(String field, RecordedEntry entry) {
        return new RecordedEntry(
                Check.required(field + ".value", Check.line(field + ".value", entry.value(), RecordRepresentation.MAX)),
                Check.required(field + ".recordedAt", time(field + ".recordedAt", entry.recordedAt())),
                Check.line(field + ".ignored", entry.ignored(), RecordRepresentation.MAX),
                time(field + ".ignoredAt", entry.ignoredAt()));
    }

    private static List<LogEntry> log(List<LogEntry> entries) {
        List<LogEntry> checked = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            String field = "log[" + i + "]";
            checked.add(logged(field + ".", Check.required(field, entries.get(i))));
        }
        return checked;
    }

    private static LogEntry logged(String field, LogEntry entry) {
        String by = Check.line(field + "by", entry.by(), MAX_NAME);
        if (entry.byId() != null && !Check.isId(entry.byId())) throw Check.invalid(field + "byId", "Not an id.");
        return new LogEntry(
                Check.required(field + "act", entry.act()),
                Check.required(field + "at", time(field + "at", entry.at())),
                by == null ? null : username(field + "by", by),
                by == null ? entry.byId() : null);
    }

    private static String name(String field, String value) {
        return Check.required(field, Check.line(field, value, MAX_NAME));
    }

    /** As Keycloak keeps it. */
    private static String username(String field, String name) {
        return Check.line(field, name.toLowerCase(Locale.ROOT), MAX_NAME);
    }

    private static <T> Set<T> withoutNull(String field, Set<T> values) {
        if (values.stream().anyMatch(value -> value == null)) throw Check.invalid(field, "One of them is null.");
        return values;
    }

    private static Long time(String field, Long millis) {
        if (millis != null && (millis <= 0 || millis > MAX_TIME)) {
            throw Check.invalid(field, "Not a time in milliseconds since the epoch.");
        }
        return millis;
    }
}
