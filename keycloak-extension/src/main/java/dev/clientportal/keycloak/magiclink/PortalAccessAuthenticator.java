package dev.clientportal.keycloak.magiclink;

import dev.clientportal.keycloak.access.AccessDecision;
import dev.clientportal.keycloak.access.AccessPolicy;
import dev.clientportal.keycloak.access.DenialReason;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The last step of a portal login, whichever way it went: is there a company that this user may enter now? */
final class PortalAccessAuthenticator implements Authenticator {
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        List<AccessDecision> everywhere =
                new AccessPolicy(context.getSession()).everywhere(context.getRealm(), context.getUser());
        if (everywhere.stream().anyMatch(AccessDecision::isAllowed) || isExempt(context)) {
            context.success();
        } else {
            deny(context, AccessPolicy.nearest(everywhere));
        }
    }

    private static boolean isExempt(AuthenticationFlowContext context) {
        Map<String, String> config = context.getAuthenticatorConfig() == null
                ? null
                : context.getAuthenticatorConfig().getConfig();
        String name = PortalAccessAuthenticatorFactory.EXEMPT_ROLE.from(config);
        RoleModel role = name.isEmpty() ? null : context.getRealm().getRole(name);
        return role != null && context.getUser().hasRole(role);
    }

    private static void deny(AuthenticationFlowContext context, DenialReason reason) {
        LoginMetrics.denied(reason.code());
        context.getEvent().user(context.getUser()).error(reason.code());
        context.failure(AuthenticationFlowError.GENERIC_AUTHENTICATION_ERROR, answer(context, reason));
    }

    /** A page for people; for a request that forbids pages, the protocol's own error. */
    private static Response answer(AuthenticationFlowContext context, DenialReason reason) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        String prompt = login.getClientNote(OIDCLoginProtocol.PROMPT_PARAM);
        if (prompt == null || !List.of(prompt.split(" ")).contains(OIDCLoginProtocol.PROMPT_VALUE_NONE)) {
            return new DoorPage(context.getSession(), ClosedDoor.of(reason)).response(context.form());
        }
        LoginProtocol protocol = context.getSession()
                .getProvider(LoginProtocol.class, login.getProtocol())
                .setRealm(context.getRealm())
                .setHttpHeaders(context.getHttpRequest().getHttpHeaders())
                .setUriInfo(context.getUriInfo())
                .setEventBuilder(context.getEvent());
        return protocol.sendError(login, LoginProtocol.Error.CONSENT_DENIED, reason.code());
    }

    @Override
    public void action(AuthenticationFlowContext context) {}

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
