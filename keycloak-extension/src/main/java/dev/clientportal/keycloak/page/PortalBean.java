package dev.clientportal.keycloak.page;

import dev.clientportal.keycloak.firm.Firm;
import jakarta.ws.rs.core.UriBuilder;
import org.keycloak.models.RealmModel;

/** The firm's brand as templates see it: {@code portal}. FreeMarker reads the getters. */
public class PortalBean {
    /** Under which templates find it. */
    static final String NAME = "portal";

    private final Firm firm;
    private final RealmModel realm;
    private final UriBuilder brand;

    public PortalBean(Firm firm, RealmModel realm, UriBuilder realmPath) {
        this.firm = firm;
        this.realm = realm;
        this.brand = realmPath.path("client-portal/brand");
    }

    public String getName() {
        return named(firm.getName());
    }

    /** The firm's name, or the realm's where the firm has none. */
    final String named(String ownOrNull) {
        if (ownOrNull != null) return ownOrNull;
        return realm.getDisplayName() != null ? realm.getDisplayName() : realm.getName();
    }

    public String getDescription() {
        return firm.getDescription();
    }

    public String getHelp() {
        return firm.getHelp();
    }

    public boolean isPoweredBy() {
        return !firm.isWhiteLabel();
    }

    public String getLogoUrl() {
        return firm.getLogoEtag() == null ? null : url("logo", firm.getLogoEtag());
    }

    public String getIconUrl() {
        return firm.getIconEtag() == null ? null : url("icon", firm.getIconEtag());
    }

    public String getStyleUrl() {
        return url("style.css", Integer.toString(firm.getVersion()));
    }

    private String url(String what, String version) {
        return brand.clone().path(what).queryParam("v", version).build().toString();
    }
}
