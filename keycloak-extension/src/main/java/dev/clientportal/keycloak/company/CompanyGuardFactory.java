package dev.clientportal.keycloak.company;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** See {@link CompanyGuard}. */
public final class CompanyGuardFactory implements TokenPostProcessorFactory {
    public static final String PROVIDER_ID = "client-portal-company-guard";

    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return new CompanyGuard(session);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    /** Before Keycloak's own, which refuse a disabled organization without an event. */
    @Override
    public int order() {
        return 1;
    }
}
