package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.problem.ProblemException;
import dev.clientportal.keycloak.transfer.Imported;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/**
 * Imports the entries of one section, some at a time in a transaction of their own. When one of them cannot be written, each
 * is tried alone: it stops no other.
 */
final class ImportBatch<T> {
    private static final Logger LOG = Logger.getLogger(ImportBatch.class);
    private static final int SIZE = 100;

    private final StaffCall call;
    private final ImportReport report;
    private final ImportReport.Section section;
    private final UnaryOperator<T> check;
    private final BiFunction<StaffCall, List<T>, List<Imported>> work;
    private final List<FileEntry<T>> waiting = new ArrayList<>(SIZE);

    ImportBatch(
            StaffCall call,
            ImportReport report,
            ImportReport.Section section,
            UnaryOperator<T> check,
            BiFunction<StaffCall, List<T>, List<Imported>> work) {
        this.call = call;
        this.report = report;
        this.section = section;
        this.check = check;
        this.work = work;
    }

    void add(FileEntry<T> entry) {
        if (entry.fault() != null) {
            report.skip(section, entry, entry.fault());
            return;
        }
        try {
            waiting.add(new FileEntry<>(entry.index(), check.apply(entry.value()), null));
        } catch (ProblemException refused) {
            report.skip(section, entry, fault(refused));
        }
        if (waiting.size() == SIZE) flush();
    }

    void flush() {
        if (waiting.isEmpty()) return;
        try {
            save(waiting);
        } catch (RuntimeException oneOfThem) {
            if (waiting.size() > 1) LOG.debug("Some entries could not be imported together", oneOfThem);
            waiting.forEach(this::saveAlone);
        }
        waiting.clear();
    }

    private void saveAlone(FileEntry<T> entry) {
        try {
            save(List.of(entry));
        } catch (ProblemException refused) {
            report.skip(section, entry, fault(refused));
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Entry %d of %s could not be imported", entry.index(), section.code());
            report.skip(section, entry, new FileEntry.Fault("failed", null, null));
        }
    }

    /** Nothing is reported before it is committed. */
    private void save(List<FileEntry<T>> entries) {
        List<Imported> done = new OwnTransaction(call)
                .run(own -> work.apply(
                        call.in(own), entries.stream().map(FileEntry::value).toList()));
        for (int i = 0; i < done.size(); i++) report.add(section, entries.get(i), done.get(i));
    }

    private static FileEntry.Fault fault(ProblemException refused) {
        return new FileEntry.Fault(OwnTransaction.word(refused.problem()), refused.field(), refused.getMessage());
    }
}
