package dev.clientportal.keycloak.company;

import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;

/** A token whose company is closed to its contact is not active any more, however long it still lives. */
final class GuardedIntrospection extends AccessTokenIntrospectionProvider<AccessToken> {
    private GuardedIntrospection(KeycloakSession session) {
        super(session);
    }

    @Override
    protected boolean introspectionChecks(String token) {
        if (!super.introspectionChecks(token)) return false;
        Optional<String> denial = CompanyGuard.denial(session, client, user, CompaniesInToken.of(this.token));
        if (denial.isEmpty()) return true;
        eventBuilder.detail(Details.REASON, denial.get());
        eventBuilder.error(Errors.ACCESS_DENIED);
        return false;
    }

    /** Takes the place of Keycloak's own. Named in the services file. */
    public static final class Factory extends AccessTokenIntrospectionProviderFactory {
        @Override
        public TokenIntrospectionProvider create(KeycloakSession session) {
            return new GuardedIntrospection(session);
        }

        @Override
        public int order() {
            return 1;
        }
    }
}
