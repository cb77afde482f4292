package dev.clientportal.keycloak.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.UserSessionManager;

/** A contact's running sessions. */
public final class OpenSessions {
    private static final String ENTERED = "client-portal.entered.";

    private final KeycloakSession session;
    private final RealmModel realm;

    public OpenSessions(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Where a client session keeps that one of its tabs is, or was, in this company. */
    public static String enteredNote(String orgId) {
        return ENTERED + orgId;
    }

    /**
     * Ends what the contact has running in this company: all of it when no other company is open for them, else the client
     * sessions and offline tokens that entered this company and none that is still open. Tabs of one client share a client
     * session; where another of them may be in an open company it lives on, and this company's tab is refused at its next
     * refresh.
     */
    public void end(String orgId, UserModel contact) {
        Set<String> open = new AccessPolicy(session)
                .everywhere(realm, contact).stream()
                        .filter(AccessDecision::isAllowed)
                        .map(decision -> decision.company().orgId())
                        .collect(Collectors.toSet());
        if (open.isEmpty()) {
            end(contact);
            return;
        }
        online(contact).forEach(running -> shut(running, orgId, open).forEach(client -> logOut(running, client)));
        UserSessionManager manager = new UserSessionManager(session);
        offline(contact).forEach(running -> shut(running, orgId, open)
                .forEach(client -> manager.removeClientFromOfflineUserSession(realm, running, client, contact)));
    }

    /** The clients whose tabs entered this company and none of the open ones. */
    private static List<ClientModel> shut(UserSessionModel running, String orgId, Set<String> open) {
        return running.getAuthenticatedClientSessions().values().stream()
                .filter(entered -> hasEntered(entered, orgId))
                .filter(entered -> open.stream().noneMatch(company -> hasEntered(entered, company)))
                .map(AuthenticatedClientSessionModel::getClient)
                .toList();
    }

    private static boolean hasEntered(AuthenticatedClientSessionModel client, String orgId) {
        return client.getNote(enteredNote(orgId)) != null;
    }

    /** Not Keycloak's own logout of a whole session: that looks for the cookies of a request, and there may be none. */
    private void logOut(UserSessionModel running) {
        List.copyOf(running.getAuthenticatedClientSessions().values())
                .forEach(entered -> logOut(running, entered.getClient()));
        session.sessions().removeUserSession(realm, running);
    }

    private void logOut(UserSessionModel running, ClientModel client) {
        AuthenticationManager.backchannelLogoutUserSessionFromClient(session, realm, running, client, null, null);
    }

    private void end(UserModel contact) {
        session.users().setNotBeforeForUser(realm, contact, Time.currentTime());
        online(contact).forEach(this::logOut);
        offline(contact).forEach(new UserSessionManager(session)::revokeOfflineUserSession);
    }

    private List<UserSessionModel> online(UserModel contact) {
        return session.sessions().getUserSessionsStream(realm, contact).toList();
    }

    private List<UserSessionModel> offline(UserModel contact) {
        return session.sessions().getOfflineUserSessionsStream(realm, contact).toList();
    }
}
