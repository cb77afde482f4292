package dev.clientportal.keycloak.page;

import dev.clientportal.keycloak.firm.BrandColors;
import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.page.LoginPreview.Brand;
import jakarta.ws.rs.core.UriBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.keycloak.models.RealmModel;

/** {@code portal} as it will be when the brand is saved. FreeMarker sees public classes alone. */
public final class UnsavedPortalBean extends PortalBean {
    private final Brand brand;

    UnsavedPortalBean(Firm firm, RealmModel realm, UriBuilder realmPath, Brand brand) {
        super(firm, realm, realmPath);
        this.brand = brand;
    }

    @Override
    public String getName() {
        return named(brand.name());
    }

    @Override
    public String getDescription() {
        return brand.description();
    }

    @Override
    public String getHelp() {
        return brand.help();
    }

    @Override
    public boolean isPoweredBy() {
        return !brand.whiteLabel();
    }

    /** The style sheet itself: no address has it yet. */
    @Override
    public String getStyleUrl() {
        byte[] css = BrandColors.of(brand.primaryColor()).styleSheet().getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css);
    }
}
