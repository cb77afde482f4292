package dev.clientportal.keycloak.page;

import dev.clientportal.keycloak.firm.FirmStore;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.keycloak.forms.login.LoginFormsPages;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.AdvancedMessageFormatterMethod;
import org.keycloak.theme.beans.MessageFormatterMethod;

/** Keycloak's login pages, with the firm's brand on every one and a strict content policy on those of our theme. */
final class PortalLoginForms extends FreeMarkerLoginFormsProvider {
    private static final Logger LOG = Logger.getLogger(PortalLoginForms.class);

    /** In our theme's properties: stock pages that still need inline scripts. Its presence marks the theme as ours. */
    private static final String INLINE_SCRIPT_PAGES = "clientPortalInlineScriptPages";

    private static final String DARK_MODE = "darkMode";

    private final ThemeTexts.Cache texts;

    PortalLoginForms(KeycloakSession session, ThemeTexts.Cache texts) {
        super(session);
        this.texts = texts;
    }

    /** As Keycloak's own, but for realms without texts of their own most of it is there already. */
    @Override
    protected Properties handleThemeResources(Theme theme, Locale locale) {
        if (realm == null || !realm.getRealmLocalizationTexts().isEmpty())
            return super.handleThemeResources(theme, locale);
        try {
            ThemeTexts known = texts.of(theme, realm, locale);
            Properties properties = theme.getProperties();
            attributes.put("msg", new MessageFormatterMethod(locale, known.with(attributes)));
            attributes.put("advancedMsg", new AdvancedMessageFormatterMethod(locale, known.messages()));
            attributes.put("properties", properties);
            attributes.put("themeResources", known.resources());
            attributes.put(
                    DARK_MODE,
                    "true".equals(properties.getProperty(DARK_MODE)) && realm.getAttribute(DARK_MODE, Boolean.TRUE));
            return known.messages();
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.debug("Keycloak's own way tells what cannot be read, and goes on without it", unreadable);
            return super.handleThemeResources(theme, locale);
        }
    }

    @Override
    protected void createCommonAttributes(
            Theme theme, Locale locale, Properties messages, UriBuilder baseUri, LoginFormsPages page) {
        UserModel contact = user;
        // By now the language is known. Keycloak would look up the user's organizations for a variable "org", which a
        // link's page does not use, and which costs up to three statements.
        if (attributes.containsKey("link")) user = null;
        super.createCommonAttributes(theme, locale, messages, baseUri, page);
        user = contact;
        if (realm == null) return;
        session.getProvider(FirmStore.class)
                .find(realm.getId())
                .map(firm -> new PortalBean(
                        firm,
                        realm,
                        UriBuilder.fromPath(uriInfo.getBaseUri().getPath())
                                .path("realms")
                                .path(realm.getName())))
                .ifPresent(portal -> attributes.putIfAbsent(PortalBean.NAME, portal));
    }

    @Override
    protected Response processTemplate(Theme theme, String templateName, Locale locale) {
        if (isStrict(theme, templateName)) PortalSecurityHeaders.beStrict(session);
        return super.processTemplate(theme, templateName, locale);
    }

    private static boolean isStrict(Theme theme, String templateName) {
        try {
            String inline = theme.getProperties().getProperty(INLINE_SCRIPT_PAGES);
            return inline != null
                    && !Arrays.asList(inline.trim().split("\\s*,\\s*")).contains(templateName);
        } catch (IOException unreadable) {
            LOG.warn("The theme's properties cannot be read", unreadable);
            return false;
        }
    }
}
