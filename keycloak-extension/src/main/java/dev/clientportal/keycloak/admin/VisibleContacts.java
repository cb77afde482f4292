package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.directory.ContactFilter;
import dev.clientportal.keycloak.directory.ContactRow;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.directory.OfContact;
import dev.clientportal.keycloak.directory.Page;
import dev.clientportal.keycloak.directory.PageRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Contacts that the caller may see. Who may see all gets a page with one statement; for who has single grants each row is
 * asked about, and a page can be shorter than asked for.
 */
final class VisibleContacts {
    /** Which rows of a list a caller may see. */
    enum Scope {
        ALL,
        /** Only those with a permission of their own. */
        SINGLE,
        NONE
    }

    private final StaffCall call;
    private final Staff staff;
    private final Map<String, Boolean> companies = new HashMap<>();

    VisibleContacts(StaffCall call) {
        this.call = call;
        this.staff = call.staff();
    }

    Page<ContactRow> page(ContactFilter filter, PageRequest page) {
        return page(filter.companyId(), () -> call.get(Directory.class)
                .contacts(call.realm().getId(), filter, page));
    }

    /** @param companyId null for a list over all companies */
    <T extends OfContact> Page<T> page(String companyId, Supplier<Page<T>> list) {
        Scope scope = scope(companyId);
        if (scope == Scope.NONE) return new Page<>(List.of(), null);
        Page<T> rows = list.get();
        if (scope == Scope.ALL) return rows;
        return new Page<>(rows.items().stream().filter(this::isVisible).toList(), rows.next());
    }

    /** Those of these contacts of one company. */
    List<ContactRow> of(String companyId, Supplier<List<ContactRow>> list) {
        return page(companyId, () -> new Page<>(list.get(), null)).items();
    }

    /** @param companyId one that the caller may see; null for all */
    Scope scope(String companyId) {
        if (staff.canViewAllContacts() && (companyId != null || staff.canViewAllCompanies())) return Scope.ALL;
        return staff.mayHaveSingleGrants() ? Scope.SINGLE : Scope.NONE;
    }

    boolean isVisible(OfContact row) {
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
