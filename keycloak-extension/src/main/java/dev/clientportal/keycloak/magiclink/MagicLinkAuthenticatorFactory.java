package dev.clientportal.keycloak.magiclink;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** See {@link MagicLinkAuthenticator}. */
public final class MagicLinkAuthenticatorFactory extends PortalAuthenticatorFactory {
    public static final String PROVIDER_ID = "client-portal-magic-link";

    private static final Authenticator AUTHENTICATOR = new MagicLinkAuthenticator();

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
        return "Client portal: magic link";
    }

    /** Shown in "try another way". */
    @Override
    public String getReferenceCategory() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Mails a link and a 6-digit code to contacts with portal access. Never creates users.";
    }
}
