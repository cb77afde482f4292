package dev.clientportal.keycloak.company;

import dev.clientportal.keycloak.access.LoginMetrics;
import java.util.Optional;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.refresh.DefaultRefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.RefreshTokenContext;
import org.keycloak.representations.RefreshToken;

/**
 * Refuses the refresh of a company that is closed before Keycloak looks at the token's reuse: a refused refresh can be
 * tried again, and with refresh-token rotation the second try does not end the client session of all tabs
 * (AbstractRefreshTokenProvider#validateTokenReuseForRefresh).
 */
final class GuardedRefresh extends DefaultRefreshTokenProvider {
    GuardedRefresh(KeycloakSession session) {
        super(session);
    }

    @Override
    public TokenManager.AccessTokenResponseBuilder refreshAccessToken(RefreshTokenContext context)
            throws OAuthErrorException {
        RealmModel realm = context.grantContext().getRealm();
        ClientModel client = context.grantContext().getClient();
        RefreshToken old = context.oldRefreshToken();
        if (PortalClient.of(client).isPresent()) {
            UserModel user = old.getSubject() == null ? null : session.users().getUserById(realm, old.getSubject());
            Optional<String> denial = user == null
                    ? Optional.empty()
                    : CompanyGuard.denial(session, client, user, CompaniesInToken.of(old));
            if (denial.isPresent()) throw refused(context, user, denial.get());
            if (!CompaniesInToken.of(old).isEmpty() && !RequestedCompany.keepsCompany(context.scopeParameter())) {
                throw new OAuthErrorException(
                        OAuthErrorException.INVALID_SCOPE,
                        "A token of the portal names its company: keep organization");
            }
        }
        return super.refreshAccessToken(context);
    }

    private static OAuthErrorException refused(RefreshTokenContext context, UserModel user, String reason) {
        LoginMetrics.denied(reason);
        context.grantContext().getEvent().user(user).detail(CompanyGuard.DENIAL, reason);
        return new OAuthErrorException(OAuthErrorException.INVALID_GRANT, "The company is not open: " + reason);
    }
}
