package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.transfer.CompanyEntry;
import dev.clientportal.keycloak.transfer.ContactEntry;
import dev.clientportal.keycloak.transfer.ImportOutcome;
import dev.clientportal.keycloak.transfer.Imported;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what became of the entries of a file; of the skipped ones, and of unknown names, it keeps the first. */
final class ImportReport {
    private static final int MAX_KEPT = 100;
    private static final int MAX_NAME = 255;

    /** The parts of a file, as it calls them. */
    enum Section {
        FIRM,
        COMPANIES,
        CONTACTS;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Section, Map<ImportOutcome, Integer>> done = new EnumMap<>(Section.class);
    private final Map<Section, Integer> skipped = new EnumMap<>(Section.class);
    private final List<ImportReportRepresentation.Skipped> first = new ArrayList<>();
    private final Set<String> unknownAuthors = new TreeSet<>();

    void add(Section section, FileEntry<?> entry, Imported imported) {
        imported.unknownAuthors().stream()
                .filter(name -> unknownAuthors.size() < MAX_KEPT)
                .forEach(unknownAuthors::add);
        switch (imported.outcome()) {
            case CREATED, CHANGED, UNCHANGED ->
                done.computeIfAbsent(section, none -> new EnumMap<>(ImportOutcome.class))
                        .merge(imported.outcome(), 1, Integer::sum);
            default ->
                skip(section, entry, new FileEntry.Fault(imported.outcome().code(), null, null));
        }
    }

    void skip(Section section, FileEntry<?> entry, FileEntry.Fault fault) {
        skipped.merge(section, 1, Integer::sum);
        if (first.size() == MAX_KEPT) return;
        Object value = entry.value();
        String company = null;
        String username = null;
        if (value instanceof CompanyEntry ofCompany) company = ofCompany.company();
        if (value instanceof ContactEntry ofContact) {
            company = ofContact.company();
            username = ofContact.username();
        }
        first.add(new ImportReportRepresentation.Skipped(
                section.code(),
                entry.index(),
                shown(company),
                shown(username),
                fault.reason(),
                fault.fieldOrNull(),
                fault.detail()));
    }

    /** Not what is itself what is wrong. */
    private static String shown(String name) {
        return name == null || name.length() > MAX_NAME ? null : name;
    }

    boolean hasChanges() {
        return done.values().stream()
                .flatMap(counts -> counts.keySet().stream())
                .anyMatch(outcome -> outcome != ImportOutcome.UNCHANGED);
    }

    /** For the admin event. */
    Map<String, Object> details() {
        Map<String, Object> details = new TreeMap<>();
        for (Section section : Section.values()) {
            ImportReportRepresentation.Counts counts = counts(section);
            details.put(section.code() + "_created", counts.created());
            details.put(section.code() + "_changed", counts.changed());
            details.put(section.code() + "_skipped", counts.skipped());
        }
        return details;
    }

    ImportReportRepresentation toRepresentation() {
        return new ImportReportRepresentation(
                counts(Section.FIRM), counts(Section.COMPANIES), counts(Section.CONTACTS), unknownAuthors, first);
    }

    private ImportReportRepresentation.Counts counts(Section section) {
        Map<ImportOutcome, Integer> counts = done.getOrDefault(section, Map.of());
        return new ImportReportRepresentation.Counts(
                counts.getOrDefault(ImportOutcome.CREATED, 0),
                counts.getOrDefault(ImportOutcome.CHANGED, 0),
                counts.getOrDefault(ImportOutcome.UNCHANGED, 0),
                skipped.getOrDefault(section, 0));
    }
}
