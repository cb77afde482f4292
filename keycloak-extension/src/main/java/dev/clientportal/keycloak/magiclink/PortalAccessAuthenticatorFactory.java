package dev.clientportal.keycloak.magiclink;

import dev.clientportal.keycloak.setting.Setting;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** See {@link PortalAccessAuthenticator}. */
public final class PortalAccessAuthenticatorFactory extends PortalAuthenticatorFactory {
    public static final String PROVIDER_ID = "client-portal-access";

    /** Lets staff use the portal's client, too. */
    static final Setting<String> EXEMPT_ROLE = Setting.text(
            "exemptRole",
            "Exempt role",
            "Users with this realm role pass without being a contact, for example staff. Empty: nobody does.",
            "");

    private static final Authenticator AUTHENTICATOR = new PortalAccessAuthenticator();

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
        return "Client portal: access";
    }

    @Override
    public String getHelpText() {
        return "Lets contacts in for whom at least one company's portal is open, however they signed in. Stands last, as REQUIRED.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of(EXEMPT_ROLE.property());
    }
}
