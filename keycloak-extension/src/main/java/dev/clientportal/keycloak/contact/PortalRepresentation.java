package dev.clientportal.keycloak.contact;

import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.page.PortalBean;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.keycloak.models.RealmModel;

/** What a firm's portal shows to everybody, and where it signs in. */
@Schema(name = "Portal")
public record PortalRepresentation(
        @Schema(description = "Lower case and in punycode.") String domain,

        String realm,

        @Schema(description = "The issuer of the realm's tokens.")
        String issuer,

        @Schema(description = "The client that contacts sign in to.")
        String clientId,

        @Schema(description = "Whether the firm's portal is open at all.")
        boolean active,

        String name,

        @Schema(nullable = true) String description,

        @Schema(description = "The firm's, by its name in the IANA database.")
        String timeZone,

        @Schema(description = "Whom contacts may ask.", nullable = true)
        String help,

        @Schema(description = "The address of the brand's colours; another one once they change.")
        String stylesheet,

        @Schema(nullable = true) String logo,

        @Schema(nullable = true) String icon,

        @Schema(description = "Whether the portal says what it is made with.")
        boolean poweredBy) {

    static PortalRepresentation of(Firm firm, RealmModel realm, String issuer, PortalBean brand) {
        return new PortalRepresentation(
                firm.getDomain(),
                realm.getName(),
                issuer,
                firm.getPortalClientId(),
                firm.isActive(),
                brand.getName(),
                brand.getDescription(),
                firm.getTimeZone(),
                brand.getHelp(),
                brand.getStyleUrl(),
                brand.getLogoUrl(),
                brand.getIconUrl(),
                brand.isPoweredBy());
    }
}
