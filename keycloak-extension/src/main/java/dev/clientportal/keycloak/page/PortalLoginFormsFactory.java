package dev.clientportal.keycloak.page;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Takes the place of Keycloak's own forms provider; see {@link PortalLoginForms}. */
public final class PortalLoginFormsFactory extends FreeMarkerLoginFormsProviderFactory {
    public static final String PROVIDER_ID = "client-portal-forms";

    private final ThemeTexts.Cache texts = new ThemeTexts.Cache();

    @Override
    public LoginFormsProvider create(KeycloakSession session) {
        return new PortalLoginForms(session, texts);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public int order() {
        return 1;
    }
}
