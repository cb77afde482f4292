package dev.clientportal.keycloak.page;

import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.page.LoginPreview.Brand;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Map;
import org.keycloak.TokenCategory;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/**
 * A brand that need not be saved, for the portal app to show its first page in. The realm signs it, so the app shows it to
 * those alone who may look at the settings; it says nothing else, and opens nothing.
 */
public final class HomeSample extends JsonWebToken {
    private static final String TYPE = "ClientPortalHome";
    /** Nobody's but the preview's, so that no application which checks the audience takes it for a token of its own. */
    private static final String AUDIENCE = "client-portal-home";

    private static final int SECONDS = 60;

    private HomeSample() {}

    /** As a JWS in its compact form. */
    public static String of(KeycloakSession session, RealmModel realm, Brand brand) {
        URI keycloak = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
        Firm firm = session.getProvider(FirmStore.class).findOrDefaults(realm.getId());
        PortalBean portal = new UnsavedPortalBean(
                firm, realm, UriBuilder.fromUri(keycloak).path("realms").path(realm.getName()), brand);
        HomeSample sample = new HomeSample();
        sample.type(TYPE)
                .issuer(Urls.realmIssuer(keycloak, realm.getName()))
                .audience(AUDIENCE)
                .issuedNow()
                .exp((long) Time.currentTime() + SECONDS);
        Map<String, Object> claims = sample.getOtherClaims();
        claims.put("name", portal.getName());
        claims.put("help", portal.getHelp());
        claims.put("stylesheet", portal.getStyleUrl());
        claims.put("logo", portal.getLogoUrl());
        claims.put("poweredBy", portal.isPoweredBy());
        return session.tokens().encode(sample);
    }

    /** With the realm's own keys, which the portal app knows. */
    @Override
    public TokenCategory getCategory() {
        return TokenCategory.ACCESS;
    }
}
