package dev.clientportal.keycloak.company;

import java.util.Optional;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;

/**
 * A token whose company is closed to its contact is not active any more, however long it still lives. The check stands
 * where Keycloak looks for a reused token: before it fills the answer, which fails for a disabled organization.
 */
final class GuardedIntrospection {
    private GuardedIntrospection() {}

    private static boolean isOpen(
            KeycloakSession session, ClientModel client, UserModel user, AccessToken token, EventBuilder event) {
        Optional<String> denial = CompanyGuard.denial(session, client, user, CompaniesInToken.of(token));
        if (denial.isEmpty()) return true;
        event.detail(CompanyGuard.DENIAL, denial.get());
        event.error(Errors.ACCESS_DENIED);
        return false;
    }

    private static final class OfAccessToken extends AccessTokenIntrospectionProvider<AccessToken> {
        OfAccessToken(KeycloakSession session) {
            super(session);
        }

        @Override
        protected boolean verifyTokenReuse() {
            return super.verifyTokenReuse() && isOpen(session, client, user, token, eventBuilder);
        }
    }

    private static final class OfRefreshToken extends RefreshTokenIntrospectionProvider {
        OfRefreshToken(KeycloakSession session) {
            super(session);
        }

        @Override
        protected boolean verifyTokenReuse() {
            return super.verifyTokenReuse() && isOpen(session, client, user, token, eventBuilder);
        }
    }

    /** Takes the place of Keycloak's own. Named in the services file. */
    public static final class AccessTokenFactory extends AccessTokenIntrospectionProviderFactory {
        @Override
        public TokenIntrospectionProvider create(KeycloakSession session) {
            return new OfAccessToken(session);
        }

        @Override
        public int order() {
            return 1;
        }
    }

    /** Takes the place of Keycloak's own. Named in the services file. */
    public static final class RefreshTokenFactory extends RefreshTokenIntrospectionProviderFactory {
        @Override
        public TokenIntrospectionProvider create(KeycloakSession session) {
            return new OfRefreshToken(session);
        }

        @Override
        public int order() {
            return 1;
        }
    }
}
