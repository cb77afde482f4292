package dev.clientportal.keycloak.transfer;

import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmImage;
import dev.clientportal.keycloak.firm.FirmStore;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A firm's settings, its gate and its pictures. */
@Schema(
        name = "FirmEntry",
        description =
                "The firm's settings, with the rules that they have in PUT firm. A text or picture that is left out "
                        + "is cleared by an import.")
public record FirmEntry(
        @Schema(description = "Whether the firm's portal is active.")
        Boolean active,

        String domain,
        String name,
        String description,
        String primaryColor,
        String help,
        String portalClientId,
        String timeZone,
        Integer invitationValidity,
        String invitationSubject,
        String invitationText,
        Boolean whiteLabel,
        Boolean oneClick,
        Integer ledgerDays,

        @Schema(description = "The picture in base64; its type is told by its content.")
        String logo,

        @Schema(description = "As the logo.") String icon) {

    /** Empty while nothing was ever saved. */
    public static Optional<FirmEntry> read(FirmStore firms, String realmId) {
        return firms.find(realmId)
                .map(firm -> of(
                        firm,
                        picture(firms, realmId, FirmImage.Kind.LOGO),
                        picture(firms, realmId, FirmImage.Kind.ICON)));
    }

    private static FirmEntry of(Firm firm, String logo, String icon) {
        return new FirmEntry(
                firm.isActive(),
                firm.getDomainDisplay(),
                firm.getName(),
                firm.getDescription(),
                firm.getPrimaryColor(),
                firm.getHelp(),
                firm.getPortalClientId(),
                firm.getTimeZone(),
                firm.getInvitationValidity(),
                firm.getInvitationSubject(),
                firm.getInvitationText(),
                firm.isWhiteLabel(),
                firm.isOneClick(),
                firm.getLedgerDays(),
                logo,
                icon);
    }

    private static String picture(FirmStore firms, String realmId, FirmImage.Kind kind) {
        return firms.image(realmId, kind)
                .map(image -> Base64.getEncoder().encodeToString(image.content()))
                .orElse(null);
    }

    public String picture(FirmImage.Kind kind) {
        return switch (kind) {
            case LOGO -> logo;
            case ICON -> icon;
        };
    }
}
