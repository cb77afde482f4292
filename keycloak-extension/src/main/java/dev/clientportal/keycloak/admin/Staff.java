package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/** What the caller may do, by Keycloak's own permissions. Each refusal is a problem document. */
final class Staff {
    private final AdminPermissionEvaluator auth;
    private final RealmModel realm;

    Staff(AdminPermissionEvaluator auth, RealmModel realm) {
        this.auth = auth;
        this.realm = realm;
    }

    /** The same caller in another session. */
    Staff in(KeycloakSession own) {
        AdminAuth here = auth.adminAuth();
        RealmModel home = own.realms().getRealm(here.getRealm().getId());
        AdminAuth there = new AdminAuth(
                home,
                here.getToken(),
                own.users().getUserById(home, here.getUser().getId()),
                home.getClientById(here.getClient().getId()));
        RealmModel ownRealm = own.realms().getRealm(realm.getId());
        return new Staff(AdminPermissions.evaluator(own, ownRealm, there), ownRealm);
    }

    /** The caller's own id, for the ledger. */
    String id() {
        return auth.adminAuth().getUser().getId();
    }

    void requireViewFirm() {
        require(auth.realm().canViewRealm(), "Needs view-realm.");
    }

    void requireManageFirm() {
        require(auth.realm().canManageRealm(), "Needs manage-realm.");
    }

    void requireSendMail() {
        require(MailPermission.isGranted(auth), "Needs " + MailPermission.ROLE + ".");
    }

    void requireDeliverMail() {
        require(MailPermission.mayDeliver(auth), "Needs " + MailPermission.DELIVER_ROLE + ".");
    }

    void requireQueryCompanies() {
        require(canQueryCompanies(), "Needs query-organizations.");
    }

    boolean canQueryCompanies() {
        return auth.orgs().canQuery();
    }

    boolean canViewAllCompanies() {
        return auth.orgs().canView();
    }

    void requireViewAllCompanies() {
        require(canViewAllCompanies(), "Needs view-organizations.");
    }

    void requireManageAllCompanies() {
        require(canManageAllCompanies(), "Needs manage-organizations.");
    }

    boolean canManageAllCompanies() {
        return auth.orgs().canManage();
    }

    boolean canView(OrganizationModel company) {
        return auth.orgs().canView(company);
    }

    void requireView(OrganizationModel company) {
        require(canView(company), "Needs a permission to view the company.");
    }

    boolean canManage(OrganizationModel company) {
        return auth.orgs().canManage(company);
    }

    void requireManage(OrganizationModel company) {
        require(canManage(company), "Needs a permission to manage the company.");
    }

    void requireQueryContacts() {
        require(canQueryContacts(), "Needs query-users.");
    }

    boolean canQueryContacts() {
        return auth.users().canQuery();
    }

    boolean canViewAllContacts() {
        return auth.users().canView();
    }

    void requireViewAllContacts() {
        require(canViewAllContacts(), "Needs view-users.");
    }

    boolean canView(UserModel contact) {
        return auth.users().canView(contact);
    }

    void requireView(UserModel contact) {
        require(canView(contact), "Needs a permission to view the contact.");
    }

    boolean canManage(UserModel contact) {
        return auth.users().canManage(contact);
    }

    void requireManage(UserModel contact) {
        require(canManage(contact), "Needs a permission to manage the contact.");
    }

    boolean canManageAllContacts() {
        return auth.users().canManage();
    }

    void requireManageContacts() {
        require(canManageAllContacts(), "Needs manage-users.");
    }

    /** Whether some rows of a list may be visible to a caller who may not see all of them. */
    boolean mayHaveSingleGrants() {
        return AdminPermissionsSchema.SCHEMA.isAdminPermissionsEnabled(realm);
    }

    private static void require(boolean allowed, String what) {
        if (!allowed) throw new ProblemException(Problem.FORBIDDEN, what);
    }
}
