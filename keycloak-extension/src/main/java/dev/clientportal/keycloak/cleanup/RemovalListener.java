package dev.clientportal.keycloak.cleanup;

import dev.clientportal.keycloak.access.ContactStore;
import dev.clientportal.keycloak.access.OpenSessions;
import dev.clientportal.keycloak.company.CompanyStore;
import dev.clientportal.keycloak.firm.FirmStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel.OrganizationMemberLeaveEvent;
import org.keycloak.models.OrganizationModel.OrganizationRemovedEvent;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Removes our rows with what they belong to, in the same transaction. A realm goes in bulk and tells nothing of its users
 * and organizations, so it takes all rows of its id.
 */
final class RemovalListener implements ProviderEventListener {
    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof RealmRemovedEvent removed) {
            removed.getKeycloakSession()
                    .getProvider(FirmStore.class)
                    .removeRealm(removed.getRealm().getId());
        } else if (event instanceof OrganizationRemovedEvent removed) {
            removed.getKeycloakSession()
                    .getProvider(CompanyStore.class)
                    .remove(removed.getOrganization().getId());
        } else if (event instanceof UserRemovedEvent removed) {
            removed.getKeycloakSession()
                    .getProvider(ContactStore.class)
                    .removeUser(removed.getUser().getId());
        } else if (event instanceof OrganizationMemberLeaveEvent left) {
            leave(left.getSession(), left.getOrganization().getId(), left.getUser());
        }
    }

    private static void leave(KeycloakSession session, String orgId, UserModel contact) {
        session.getProvider(ContactStore.class).remove(orgId, contact.getId());
        RealmModel realm = session.getContext().getRealm();
        // A managed member is removed before the event says that they left.
        if (session.users().getUserById(realm, contact.getId()) == null) return;
        new OpenSessions(session, realm).end(orgId, contact);
    }
}
