package dev.clientportal.keycloak.admin;

import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Who may make the server send mail to a contact (security rule 14): whoever has the role of this name, or manages the
 * realm. The role stands beside Keycloak's own admin roles, so that admins give and take it in the same place.
 */
public final class MailPermission {
    public static final String ROLE = "client-portal-send-mail";

    private static final String DESCRIPTION = "May send invitations and other mails to contacts of the client portal";

    private MailPermission() {}

    /** Keycloak looks the role up on the client that fits the caller: of their own realm, or of the master realm. */
    static boolean isGranted(AdminPermissionEvaluator auth) {
        return auth.hasOneAdminRole(ROLE, AdminRoles.MANAGE_REALM);
    }

    /** Makes the role for this realm's admins and for those of the master realm, where it is missing. */
    static void ensureRole(RealmModel realm) {
        ClientModel own = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        if (own != null) ensureRole(own, own.getRole(AdminRoles.REALM_ADMIN));
        ClientModel master = realm.getMasterAdminClient();
        if (master != null) ensureRole(master, master.getRealm().getRole(AdminRoles.ADMIN));
    }

    private static void ensureRole(ClientModel client, RoleModel allAdminRoles) {
        RoleModel role = client.getRole(ROLE);
        if (role == null) {
            role = client.addRole(ROLE);
            role.setDescription(DESCRIPTION);
        }
        if (allAdminRoles != null && !allAdminRoles.hasRole(role)) allAdminRoles.addCompositeRole(role);
    }
}
