package dev.clientportal.keycloak.admin;

import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Who may make the server send mail to a contact (security rule 14): whoever has the role of this name, or manages the
 * realm. And who may take mails away to deliver them: only who was given that role itself, because such mails have links
 * in them that let people in. The roles stand beside Keycloak's own admin roles, so that admins give and take them in the
 * same place.
 */
public final class MailPermission {
    public static final String ROLE = "client-portal-send-mail";

    /** No other role has it in it. */
    public static final String DELIVER_ROLE = "client-portal-deliver-mail";

    private static final String DESCRIPTION = "May send invitations and other mails to contacts of the client portal";
    private static final String DELIVER_DESCRIPTION =
            "For connectors alone: takes mails with working links away to deliver them";

    private MailPermission() {}

    /** Keycloak looks the role up on the client that fits the caller: of their own realm, or of the master realm. */
    static boolean isGranted(AdminPermissionEvaluator auth) {
        return auth.hasOneAdminRole(ROLE, AdminRoles.MANAGE_REALM);
    }

    static boolean mayDeliver(AdminPermissionEvaluator auth) {
        return auth.hasOneAdminRole(DELIVER_ROLE);
    }

    /**
     * Makes the roles for this realm's admins and for those of the master realm, where they are missing. In a transaction of
     * its own, so that they are there at once and two first savers do not wait for each other.
     */
    static void ensureRoles(KeycloakSession session, RealmModel realm) {
        if (isThere(realm)) return;
        try {
            KeycloakModelUtils.runJobInTransaction(
                    session.getKeycloakSessionFactory(),
                    own -> makeRoles(own.realms().getRealm(realm.getId())));
        } catch (RuntimeException madeByAnotherRequest) {
            boolean there = KeycloakModelUtils.runJobInTransactionWithResult(
                    session.getKeycloakSessionFactory(),
                    own -> isThere(own.realms().getRealm(realm.getId())));
            if (!there) throw madeByAnotherRequest;
        }
    }

    private static boolean isThere(RealmModel realm) {
        return clients(realm).allMatch(client -> client.getRole(ROLE) != null && client.getRole(DELIVER_ROLE) != null);
    }

    private static void makeRoles(RealmModel realm) {
        clients(realm).forEach(client -> {
            if (client.getRole(ROLE) == null) giveToAdmins(client, makeRole(client, ROLE, DESCRIPTION));
            if (client.getRole(DELIVER_ROLE) == null) makeRole(client, DELIVER_ROLE, DELIVER_DESCRIPTION);
        });
    }

    private static RoleModel makeRole(ClientModel client, String name, String description) {
        RoleModel role = client.addRole(name);
        role.setDescription(description);
        return role;
    }

    private static void giveToAdmins(ClientModel client, RoleModel role) {
        RoleModel ofRealm = client.getRole(AdminRoles.REALM_ADMIN);
        RoleModel all = ofRealm != null ? ofRealm : client.getRealm().getRole(AdminRoles.ADMIN);
        if (all != null) all.addCompositeRole(role);
    }

    /** The clients that hold admin roles: the realm's own, and the one for it in the master realm. */
    private static Stream<ClientModel> clients(RealmModel realm) {
        return Stream.of(realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID), realm.getMasterAdminClient())
                .filter(Objects::nonNull);
    }
}
