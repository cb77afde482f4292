package dev.clientportal.keycloak.transfer;

import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmImage;
import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.firm.FirmText;
import dev.clientportal.keycloak.mail.MailKind;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

        @Schema(description = "As the logo.") String icon,

        @Schema(description = "The firm's own words for mails that other systems ask for, by kind.")
        Map<String, Words> texts) {

    /** A subject and what stands before the title; null for the theme's. */
    @Schema(name = "FirmWords")
    public record Words(String subject, String text) {}

    /** Empty while nothing was ever saved. */
    public static Optional<FirmEntry> read(FirmStore firms, String realmId) {
        return firms.find(realmId)
                .map(firm -> of(
                        firm,
                        picture(firms, realmId, FirmImage.Kind.LOGO),
                        picture(firms, realmId, FirmImage.Kind.ICON),
                        texts(firms, realmId)));
    }

    private static FirmEntry of(Firm firm, String logo, String icon, Map<String, Words> texts) {
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
                icon,
                texts);
    }

    private static Map<String, Words> texts(FirmStore firms, String realmId) {
        Map<String, Words> texts = new TreeMap<>();
        for (MailKind kind : MailKind.values()) {
            if (!kind.isNotice()) continue;
            firms.text(realmId, kind.code())
                    .filter(own -> !own.equals(FirmText.NONE))
                    .ifPresent(own -> texts.put(kind.code(), new Words(own.subject(), own.text())));
        }
        return texts;
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
