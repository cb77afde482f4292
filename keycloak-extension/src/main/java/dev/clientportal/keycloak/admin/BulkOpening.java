package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.ACTION;

import dev.clientportal.keycloak.company.CompanyActivation;
import dev.clientportal.keycloak.directory.ContactFilter;
import dev.clientportal.keycloak.directory.ContactRow;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.directory.Page;
import dev.clientportal.keycloak.directory.PageRequest;
import dev.clientportal.keycloak.firm.ActiveFirm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.keycloak.models.OrganizationModel;

/**
 * Opens the portals of many companies and the access of all their contacts. Each company and each contact is a
 * transaction of its own, so that what fails undoes nothing else.
 */
final class BulkOpening {
    private static final int MAX_COMPANIES = 1000;

    private final StaffCall call;
    private final List<String> companies;
    private final BulkContact contacts;
    private final OwnTransaction own;

    BulkOpening(StaffCall call, BulkRepresentation wanted) {
        boolean invite = Boolean.TRUE.equals(wanted.invite());
        boolean silent = Boolean.TRUE.equals(wanted.silent());
        call.staff().requireQueryContacts();
        if (invite) call.staff().requireSendMail();
        if (invite && silent) throw Check.invalid("silent", "A silent opening sends no invitations.");
        this.call = call;
        this.companies = companies(wanted);
        this.own = new OwnTransaction(call);
        this.contacts = new BulkContact(call, own, invite, silent);
    }

    private static List<String> companies(BulkRepresentation wanted) {
        List<String> ids = Check.required("companies", wanted.companies());
        if (ids.isEmpty() || ids.size() > MAX_COMPANIES) {
            throw Check.invalid("companies", "From 1 to " + MAX_COMPANIES + ".");
        }
        if (ids.contains(null)) throw Check.invalid("companies", "An id is null.");
        return List.copyOf(new LinkedHashSet<>(ids));
    }

    BulkResultRepresentation run() {
        ActiveFirm.require(call.session(), call.realm());
        return new BulkResultRepresentation(companies.stream().map(this::open).toList());
    }

    private BulkResultRepresentation.Company open(String id) {
        OrganizationModel company = new Lookup(call).find(id);
        if (company == null || !call.staff().canView(company)) return closed(id, "not_found");
        if (!call.staff().canManage(company)) return closed(id, "not_allowed");
        String outcome = own.outcomeOf(session -> {
            boolean changed = new CompanyActivation(session, call.realm()).activate(company);
            if (changed) {
                call.record(
                        session, ACTION, AdminResource.COMPANY, CompanyResource.path(company), Map.of("active", true));
            }
            return changed ? "opened" : "already_open";
        });
        return new BulkResultRepresentation.Company(id, outcome, contactsOf(id));
    }

    private static BulkResultRepresentation.Company closed(String id, String why) {
        return new BulkResultRepresentation.Company(id, why, List.of());
    }

    private List<BulkResultRepresentation.Contact> contactsOf(String companyId) {
        List<BulkResultRepresentation.Contact> outcomes = new ArrayList<>();
        ContactFilter all = new ContactFilter(companyId, null, null, null);
        PageRequest request = new PageRequest(List.of(), PageRequest.MAX);
        while (request != null) {
            Page<ContactRow> page = new VisibleContacts(call).page(all, request);
            page.items().stream().map(contacts::open).forEach(outcomes::add);
            request = page.next() == null ? null : PageRequest.of(page.next(), null, Directory.CONTACT_KEYS);
        }
        return outcomes;
    }
}
