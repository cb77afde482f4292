package dev.clientportal.keycloak.magiclink;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Takes the single sign-on that Keycloak's cookie step found but left open. It does so when the request names an
 * organization scope, expecting its own organization page to follow (CookieAuthenticator#isOrganizationContext).
 */
public final class AcceptSsoAuthenticatorFactory extends PortalAuthenticatorFactory {
    public static final String PROVIDER_ID = "client-portal-accept-sso";

    private static final Authenticator AUTHENTICATOR = new AcceptSso();

    @Override
    public Authenticator create(KeycloakSession session) {
        return AUTHENTICATOR;
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Client portal: accept SSO";
    }

    @Override
    public String getHelpText() {
        return "Goes on with the single sign-on session that the Cookie step found. Stands right after Cookie, as ALTERNATIVE.";
    }

    private static final class AcceptSso implements Authenticator {
        @Override
        public void authenticate(AuthenticationFlowContext context) {
            if (context.getUser() != null
                    && AuthenticatorUtil.isSSOAuthentication(context.getAuthenticationSession())) {
                context.success();
            } else {
                context.attempted();
            }
        }

        @Override
        public void action(AuthenticationFlowContext context) {}

        @Override
        public boolean requiresUser() {
            return false;
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
}
