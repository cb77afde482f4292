package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import org.keycloak.models.ModelException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** Finds what a path names, for those who may see it. An unknown id is told only to those who may look for others. */
record Lookup(StaffCall call) {
    OrganizationModel company(String id) {
        OrganizationModel company = find(id);
        if (company == null) throw unknown(call.staff().canQueryCompanies(), "There is no such company.");
        call.staff().requireView(company);
        return company;
    }

    /** Null when the realm has no such company. */
    OrganizationModel find(String id) {
        if (!Check.isId(id)) return null;
        try {
            return call.get(OrganizationProvider.class).getById(id);
        } catch (ModelException ofAnotherRealm) {
            // Keycloak 26.7 throws instead of saying that there is none (JpaOrganizationProvider#getEntity).
            return null;
        }
    }

    UserModel contact(OrganizationModel company, String id) {
        UserModel contact = find(company, id);
        if (contact == null) throw unknown(call.staff().canQueryContacts(), "The company has no such contact.");
        call.staff().requireView(contact);
        return contact;
    }

    /** A user of the realm, a member of the company or not. */
    UserModel user(String id) {
        UserModel user = Check.isId(id) ? call.session().users().getUserById(call.realm(), id) : null;
        if (user == null) throw unknown(call.staff().canQueryContacts(), "There is no such user.");
        call.staff().requireView(user);
        return user;
    }

    /** Null when the company has no such contact. */
    UserModel find(OrganizationModel company, String id) {
        UserModel user = Check.isId(id) ? call.session().users().getUserById(call.realm(), id) : null;
        return user != null && company.isMember(user) ? user : null;
    }

    static ProblemException unknown(boolean mayLook, String detail) {
        return mayLook
                ? new ProblemException(Problem.NOT_FOUND, detail)
                : new ProblemException(Problem.FORBIDDEN, "Needs a permission to look.");
    }
}
