package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.ACTION;

import dev.clientportal.keycloak.company.CompanyActivation;
import dev.clientportal.keycloak.company.CompanyStore;
import dev.clientportal.keycloak.directory.ContactFilter;
import dev.clientportal.keycloak.directory.ContactRow;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.directory.Page;
import dev.clientportal.keycloak.directory.PageRequest;
import dev.clientportal.keycloak.firm.ActiveFirm;
import dev.clientportal.keycloak.opening.Openings.Wish;
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

    /** What for. */
    enum Mode {
        /** Now: whoever was invited before is invited again. */
        AT_ONCE,
        /** In the background, where a company may be come to twice: whoever was invited is not invited again. */
        IN_BACKGROUND,
        /** Changes nothing, and says what {@link #IN_BACKGROUND} will come to. */
        PREVIEW
    }

    private final StaffCall call;
    private final Wish wish;
    private final Mode mode;
    private final BulkContact contacts;
    private final OwnTransaction own;
    private final Runnable afterPage;

    /** @param afterPage called after every hundred contacts */
    BulkOpening(StaffCall call, Wish wish, Mode mode, Runnable afterPage) {
        this.call = call;
        this.wish = wish;
        this.mode = mode;
        this.own = new OwnTransaction(call);
        this.contacts = new BulkContact(call, own, wish, mode);
        this.afterPage = afterPage;
    }

    /** What is asked for, when the caller may ask for it. */
    static Wish wish(StaffCall call, BulkRepresentation wanted) {
        boolean invite = Boolean.TRUE.equals(wanted.invite());
        boolean silent = Boolean.TRUE.equals(wanted.silent());
        requirePermission(call.staff(), invite);
        if (invite && silent) throw Check.invalid("silent", "A silent opening sends no invitations.");
        return new Wish(companies(wanted), invite, silent);
    }

    static void requirePermission(Staff staff, boolean invite) {
        staff.requireQueryCompanies();
        staff.requireQueryContacts();
        if (invite) staff.requireSendMail();
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
        return new BulkResultRepresentation(
                wish.companies().stream().map(this::open).toList());
    }

    BulkResultRepresentation.Company open(String id) {
        OrganizationModel company = new Lookup(call).find(id);
        if (company == null || !call.staff().canView(company)) return closed(id, "not_found");
        if (!call.staff().canManage(company)) return closed(id, "not_allowed");
        return new BulkResultRepresentation.Company(id, opened(company), contactsOf(id));
    }

    private String opened(OrganizationModel company) {
        if (mode == Mode.PREVIEW) {
            return call.get(CompanyStore.class).isActive(company.getId()) ? "already_open" : "opened";
        }
        return own.outcomeOf(session -> {
            boolean changed = new CompanyActivation(session, call.realm()).activate(company);
            if (changed) {
                call.record(
                        session, ACTION, AdminResource.COMPANY, CompanyResource.path(company), Map.of("active", true));
            }
            return changed ? "opened" : "already_open";
        });
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
            afterPage.run();
            request = page.next() == null ? null : PageRequest.of(page.next(), null, Directory.CONTACT_KEYS);
        }
        return outcomes;
    }
}
