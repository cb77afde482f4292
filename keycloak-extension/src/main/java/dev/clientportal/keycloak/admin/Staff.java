package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.opening.Openings.Starter;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;
import org.keycloak.util.JsonSerialization;

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

    /** What it takes to go on in the caller's name when this request is over. */
    Starter starter(String address) {
        AdminAuth here = auth.adminAuth();
        AccessToken kept = new AccessToken();
        kept.setRealmAccess(here.getToken().getRealmAccess());
        kept.setResourceAccess(here.getToken().getResourceAccess());
        try {
            return new Starter(
                    here.getRealm().getId(),
                    here.getUser().getId(),
                    here.getClient().getId(),
                    address,
                    JsonSerialization.writeValueAsString(kept));
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }

    /**
     * Somebody whose request is over, with what they still have of the rights that it came with; empty when they are gone or
     * disabled.
     */
    static Optional<AdminAuth> resumed(KeycloakSession session, Starter starter) {
        RealmModel home = session.realms().getRealm(starter.realmId());
        UserModel user = home == null ? null : session.users().getUserById(home, starter.userId());
        ClientModel client = home == null ? null : home.getClientById(starter.clientId());
        if (user == null || !user.isEnabled() || client == null || !client.isEnabled()) return Optional.empty();
        try {
            AccessToken token = JsonSerialization.readValue(starter.roles(), AccessToken.class);
            // Roles that are there, even if none, are not looked for in a session that may have ended
            // (AuthenticationManager#resolveLightweightAccessTokenRoles).
            if (token.getRealmAccess() == null) token.setRealmAccess(new AccessToken.Access());
            token.id(KeycloakModelUtils.generateId());
            token.subject(user.getId());
            token.issuedFor(client.getClientId());
            return Optional.of(new AdminAuth(home, token, user, client));
        } catch (IOException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }

    /** Whether nothing is refused. */
    static boolean may(Runnable requirements) {
        try {
            requirements.run();
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    /** The caller's own id, for the ledger. */
    String id() {
        return auth.adminAuth().getUser().getId();
    }

    String username() {
        return auth.adminAuth().getUser().getUsername();
    }

    /** The caller's own address, in which they have shown that they read mail. */
    String verifiedAddress() {
        UserModel caller = auth.adminAuth().getUser();
        String address = caller.getEmail();
        if (address == null || address.isBlank()) {
            throw new ProblemException(Problem.NO_VERIFIED_ADDRESS, "Your user has no e-mail address.");
        }
        if (!caller.isEmailVerified()) {
            throw new ProblemException(Problem.NO_VERIFIED_ADDRESS, "Your user's e-mail address is not verified.");
        }
        return address;
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
