package dev.clientportal.keycloak.page;

import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmStore;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/**
 * The page that asks contacts for their address, in a brand that need not be saved. What makes the real page makes it; its
 * form leads nowhere.
 */
public record LoginPreview(KeycloakSession session, RealmModel realm, Locale locale, Brand brand) {
    public static final String TEMPLATE = "client-portal-address.ftl";

    /** What of the brand is saved with the settings; pictures are as they are. Null stands for what is shown without. */
    public record Brand(String name, String description, String primaryColor, String help, boolean whiteLabel) {}

    /** Whether the realm's login theme has such a page. */
    public boolean isInTheme() {
        try {
            Theme theme = session.theme().getTheme(Theme.Type.LOGIN);
            return theme.getTemplate(TEMPLATE) != null;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The whole document. */
    public String html() {
        Firm firm = session.getProvider(FirmStore.class).findOrDefaults(realm.getId());
        UriBuilder realmPath = UriBuilder.fromPath(
                        session.getContext().getUri().getBaseUri().getPath())
                .path("realms")
                .path(realm.getName());
        session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, locale.toLanguageTag());
        return (String) session.getProvider(LoginFormsProvider.class)
                .setAttribute(PortalBean.NAME, new UnsavedPortalBean(firm, realm, realmPath, brand))
                .setActionUri(URI.create("#"))
                .createForm(TEMPLATE)
                .getEntity();
    }
}
