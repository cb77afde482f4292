package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.directory.ContactFilter;
import dev.clientportal.keycloak.directory.ContactRow;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.directory.Page;
import dev.clientportal.keycloak.directory.PageRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Contacts that the caller may see. Who may see all gets a page with one statement; for who has single grants each row is
 * asked about, and a page can be shorter than asked for.
 */
final class VisibleContacts {
    private final StaffCall call;
    private final Staff staff;
    private final Map<String, Boolean> companies = new HashMap<>();

    VisibleContacts(StaffCall call) {
        this.call = call;
        this.staff = call.staff();
    }

    Page<ContactRow> page(ContactFilter filter, PageRequest page) {
        boolean all = staff.canViewAllContacts() && (filter.companyId() != null || staff.canViewAllCompanies());
        if (!all && !staff.mayHaveSingleGrants()) return new Page<>(List.of(), null);
        Page<ContactRow> rows = call.get(Directory.class).contacts(call.realm().getId(), filter, page);
        if (all) return rows;
        return new Page<>(rows.items().stream().filter(this::isVisible).toList(), rows.next());
    }

    private boolean isVisible(ContactRow row) {
        return companies.computeIfAbsent(row.companyId(), this::isCompanyVisible) && isUserVisible(row.userId());
    }

    private boolean isCompanyVisible(String id) {
        OrganizationModel company = call.get(OrganizationProvider.class).getById(id);
        return company != null && staff.canView(company);
    }

    private boolean isUserVisible(String id) {
        UserModel user = call.session().users().getUserById(call.realm(), id);
        return user != null && staff.canView(user);
    }
}
