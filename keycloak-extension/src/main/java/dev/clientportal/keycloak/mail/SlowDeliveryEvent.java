package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.mail.Outbox.LeasedMail;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The admin event that says a mail with an invitation was late (row B9). Nobody is signed in, so Keycloak's builder cannot make it. */
final class SlowDeliveryEvent {
    private static final Logger LOG = Logger.getLogger(SlowDeliveryEvent.class);
    private static final String RESOURCE = "CLIENT_PORTAL_INVITATION";

    private SlowDeliveryEvent() {}

    static void fire(KeycloakSession session, LeasedMail mail, Duration took) {
        LOG.warnf("Invitation mail %s of realm %s took %d s", mail.id(), mail.realmId(), took.toSeconds());
        RealmModel realm = session.realms().getRealm(mail.realmId());
        if (realm == null || !realm.isAdminEventsEnabled()) return;
        AdminEvent event = new AdminEvent();
        event.setId(KeycloakModelUtils.generateId());
        event.setTime(org.keycloak.common.util.Time.currentTimeMillis());
        event.setRealmId(realm.getId());
        event.setRealmName(realm.getName());
        event.setOperationType(OperationType.ACTION);
        event.setResourceTypeAsString(RESOURCE);
        event.setResourcePath("client-portal/mails/" + mail.id());
        event.setDetails(Map.of("delivery_seconds", Long.toString(took.toSeconds())));
        AuthDetails nobody = new AuthDetails();
        nobody.setRealmId(realm.getId());
        event.setAuthDetails(nobody);
        EventStoreProvider store = session.getProvider(EventStoreProvider.class);
        if (store != null) store.onEvent(event, false);
        realm.getEventsListenersStream()
                .map(id -> session.getProvider(EventListenerProvider.class, id))
                .filter(java.util.Objects::nonNull)
                .forEach(listener -> listener.onEvent(event, false));
    }
}
