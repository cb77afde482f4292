package dev.clientportal.keycloak.access;

import java.util.List;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.UserSessionManager;

/** A contact's running sessions. */
public final class OpenSessions {
    private final KeycloakSession session;
    private final RealmModel realm;

    public OpenSessions(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Ends all sessions and offline tokens of a contact for whom no company is open any more. */
    public void endUnlessOpenElsewhere(UserModel contact) {
        boolean open =
                new AccessPolicy(session).everywhere(realm, contact).stream().anyMatch(AccessDecision::isAllowed);
        if (!open) end(contact);
    }

    private void end(UserModel contact) {
        session.users().setNotBeforeForUser(realm, contact, Time.currentTime());
        List<UserSessionModel> running =
                session.sessions().getUserSessionsStream(realm, contact).toList();
        running.forEach(online -> AuthenticationManager.backchannelLogout(session, online, true));
        List<UserSessionModel> offline =
                session.sessions().getOfflineUserSessionsStream(realm, contact).toList();
        offline.forEach(new UserSessionManager(session)::revokeOfflineUserSession);
    }
}
