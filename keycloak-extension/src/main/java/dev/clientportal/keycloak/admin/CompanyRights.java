package dev.clientportal.keycloak.admin;

import java.util.HashMap;
import java.util.Map;
import org.keycloak.models.OrganizationModel;

/**
 * What the caller may do with the companies of a list, so that nobody is offered what will be refused. Who may change all
 * costs one question; for who has single grants each company is asked about once.
 */
final class CompanyRights {
    private final StaffCall call;
    private final boolean manageAll;
    private final boolean addAnybody;
    private final Map<String, Boolean> asked = new HashMap<>();

    CompanyRights(StaffCall call) {
        this.call = call;
        this.manageAll = call.staff().canManageAllCompanies();
        this.addAnybody = call.staff().canManageAllContacts();
    }

    boolean canManage(String companyId) {
        if (manageAll || !call.staff().mayHaveSingleGrants()) return manageAll;
        return asked.computeIfAbsent(companyId, this::ask);
    }

    boolean canAddContacts(String companyId) {
        return addAnybody && canManage(companyId);
    }

    private boolean ask(String id) {
        OrganizationModel company = new Lookup(call).find(id);
        return company != null && call.staff().canManage(company);
    }
}
