package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.ACTION;

import dev.clientportal.keycloak.transfer.CompanyEntry;
import dev.clientportal.keycloak.transfer.CompanyImport;
import dev.clientportal.keycloak.transfer.ContactEntry;
import dev.clientportal.keycloak.transfer.ContactImport;
import dev.clientportal.keycloak.transfer.FirmEntry;
import java.io.InputStream;
import java.util.List;
import java.util.function.UnaryOperator;

/** Imports a portal file in the order of its sections. What is done stays done: repeating it finishes what broke off. */
final class PortalImport implements PortalFileReader.Sections {
    private final StaffCall call;
    private final ImportReport report = new ImportReport();
    private final ImportBatch<FirmEntry> firm;
    private final ImportBatch<CompanyEntry> companies;
    private final ImportBatch<ContactEntry> contacts;

    PortalImport(StaffCall call) {
        this.call = call;
        this.firm = new ImportBatch<>(
                call,
                report,
                ImportReport.Section.FIRM,
                UnaryOperator.identity(),
                (own, entries) -> List.of(new FirmImport(own).run(entries.get(0))));
        this.companies = new ImportBatch<>(
                call, report, ImportReport.Section.COMPANIES, EntryCheck::company, (own, entries) -> new CompanyImport(
                                own.session(), own.realm())
                        .run(entries));
        this.contacts = new ImportBatch<>(
                call, report, ImportReport.Section.CONTACTS, EntryCheck::contact, (own, entries) -> new ContactImport(
                                own.session(), own.realm(), call.staff().id())
                        .run(entries));
    }

    ImportReportRepresentation run(InputStream file) {
        try {
            PortalFileReader.read(file, this);
            companies.flush();
            contacts.flush();
            return report.toRepresentation();
        } finally {
            // After a broken file, too, something may have changed.
            if (report.hasChanges())
                new OwnTransaction(call).run(own -> {
                    call.record(own, ACTION, AdminResource.FIRM, "import", report.details());
                    return null;
                });
        }
    }

    @Override
    public void firm(FileEntry<FirmEntry> entry) {
        firm.add(entry);
        firm.flush();
    }

    @Override
    public void company(FileEntry<CompanyEntry> entry) {
        companies.add(entry);
    }

    @Override
    public void contact(FileEntry<ContactEntry> entry) {
        contacts.add(entry);
    }
}
