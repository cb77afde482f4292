package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.firm.Firm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A firm's portal settings as staff read and write them. */
@Schema(
        name = "Firm",
        description =
                "The firm's portal settings. In a PUT, a text that is left out is cleared; "
                        + "portalClientId, timeZone, invitationValidity, ledgerDays and the switches keep their value when left out.")
public record FirmRepresentation(
        @Schema(
                description = "Grows with every change. In a PUT: the version that the change was made from. "
                        + "0 while nothing was saved.")
        Integer version,

        @Schema(
                description =
                        "Whether the firm's portal is active. Changed by activate and deactivate; ignored in a PUT.")
        Boolean active,

        @Schema(
                description = "The portal's public domain name, unique over all firms.",
                examples = "portal.example.com")
        String domain,

        @Schema(description = "The domain name in its ASCII form. Ignored in a PUT.")
        String domainAscii,

        @Schema(description = "The name in pages and mails; without one, the realm's.", maxLength = 255)
        String name,

        @Schema(description = "A few lines on the portal's pages.", maxLength = 1000)
        String description,

        @Schema(description = "#rrggbb; without one, the theme's own.", pattern = "^#[0-9a-fA-F]{6}$")
        String primaryColor,

        @Schema(description = "Whom contacts may ask when a door is closed.", maxLength = 255)
        String help,

        @Schema(description = "The client id of the application that contacts land in.", maxLength = 255)
        String portalClientId,

        @Schema(
                description = "IANA name of the zone in which mails and pages state times.",
                examples = "Europe/Tallinn")
        String timeZone,

        @Schema(description = "Seconds that an invitation is valid.", minimum = "3600", maximum = "604800")
        Integer invitationValidity,

        @Schema(
                description = "The firm's own subject of invitations, with {{firstName}}, {{lastName}}, {{company}}, "
                        + "{{firm}}, {{expires}}; without one, the theme's.",
                maxLength = 255)
        String invitationSubject,

        @Schema(description = "The firm's own text of invitations, with the same fields.", maxLength = 4000)
        String invitationText,

        @Schema(description = "No \"Powered by\" on pages and in mails.")
        Boolean whiteLabel,

        @Schema(
                description = "The page behind a mailed link presses its own button. "
                        + "Mail scanners that run scripts can then use up links.")
        Boolean oneClick,

        @Schema(
                description = "Days that ended invitations and the evidence of access stay.",
                minimum = "30",
                maximum = "3650")
        Integer ledgerDays,

        @Schema(description = "ETag of the logo, or nothing when there is none. Ignored in a PUT.")
        String logo,

        @Schema(description = "ETag of the icon, or nothing when there is none. Ignored in a PUT.")
        String icon) {

    static FirmRepresentation of(Firm firm) {
        return new FirmRepresentation(
                firm.getVersion(),
                firm.isActive(),
                firm.getDomainDisplay(),
                firm.getDomain(),
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
                firm.getLogoEtag(),
                firm.getIconEtag());
    }
}
