package dev.clientportal.keycloak.magiclink;

import dev.clientportal.keycloak.company.RequestedCompany;
import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.link.Link;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.AuthenticationFlowResolver;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * The login that a consumed link completes. In the browser that asked it is the waiting one; anywhere else it is a new one
 * that ends at the application's own start page, or at the page that the link leads to, because state and PKCE belong to
 * the browser that began.
 */
final class LinkLogin {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final Link link;

    LinkLogin(KeycloakSession session, Link link) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.link = link;
    }

    /** Whether this is the browser that asked, and its login still waits. */
    boolean isWaitingHere() {
        return waiting().isPresent();
    }

    private Optional<AuthenticationSessionModel> waiting() {
        if (link.getOrigin().browser() == null) return Optional.empty();
        RootAuthenticationSessionModel browser =
                new AuthenticationSessionManager(session).getCurrentRootAuthenticationSession(realm);
        ClientModel client = realm.getClientByClientId(link.getOrigin().clientId());
        if (browser == null || client == null) return Optional.empty();
        return Optional.ofNullable(browser.getAuthenticationSession(
                        client, link.getOrigin().tabId()))
                .filter(login -> MailAsk.browser(login).equals(link.getOrigin().browser()));
    }

    /** Runs the application's login flow with the proof that the link was consumed. */
    Response complete() {
        AuthenticationSessionModel login = waiting().orElseGet(this::begin);
        Proof.put(login, link);
        // Here, as a browser that is signed in already takes no proof.
        if (link.getOrgId() != null) RequestedCompany.invite(login, link.getOrgId());
        session.getContext().setClient(login.getClient());
        session.getContext().setAuthenticationSession(login);
        EventBuilder event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .event(EventType.LOGIN)
                .client(login.getClient())
                .detail(Details.REDIRECT_URI, login.getRedirectUri())
                .detail(Details.CODE_ID, login.getParentSession().getId());
        AuthenticationProcessor flow = new AuthenticationProcessor();
        flow.setAuthenticationSession(login)
                .setFlowPath(LoginActionsService.AUTHENTICATE_PATH)
                .setFlowId(AuthenticationFlowResolver.resolveBrowserFlow(login).getId())
                .setBrowserFlow(true)
                .setConnection(session.getContext().getConnection())
                .setEventBuilder(event)
                .setRealm(realm)
                .setSession(session)
                .setUriInfo(session.getContext().getUri())
                .setRequest(session.getContext().getHttpRequest());
        try {
            return flow.authenticate();
        } catch (WebApplicationException answered) {
            return answered.getResponse();
        } catch (Exception failed) {
            return flow.handleBrowserException(failed);
        }
    }

    private AuthenticationSessionModel begin() {
        ClientModel client = client();
        String start = link.getTarget() == null
                ? StartResource.url(session, realm, client)
                : StartResource.url(session, realm, client, link);
        AuthenticationSessionModel login = new AuthenticationSessionManager(session)
                .createAuthenticationSession(realm, true)
                .createAuthenticationSession(client);
        login.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        login.setAction(CommonClientSessionModel.Action.AUTHENTICATE.name());
        login.setRedirectUri(start);
        login.setClientNote(
                OIDCLoginProtocol.ISSUER,
                Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName()));
        login.setClientNote(OIDCLoginProtocol.REDIRECT_URI_PARAM, start);
        login.setClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM, OIDCResponseType.NONE);
        login.setClientNote(OIDCLoginProtocol.SCOPE_PARAM, OAuth2Constants.SCOPE_OPENID);
        return login;
    }

    /** The client that the mail was asked for, else the firm's portal. */
    private ClientModel client() {
        return Optional.ofNullable(link.getOrigin().clientId())
                .or(() ->
                        session.getProvider(FirmStore.class).find(realm.getId()).map(Firm::getPortalClientId))
                .map(realm::getClientByClientId)
                .filter(client -> client.isEnabled() && client.getBaseUrl() != null)
                .orElseGet(() -> realm.getClientByClientId("account-console"));
    }
}
