package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.firm.FirmText;
import dev.clientportal.keycloak.mail.MergeFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A firm's own words for one kind of mail. */
@Schema(
        name = "FirmText",
        description =
                "The firm's own words for one kind of mail, with {{firstName}}, {{lastName}}, {{company}}, {{firm}}, "
                        + "{{title}}. Without them, the theme's.")
public record FirmTextRepresentation(
        @Schema(description = "The subject.", maxLength = 255)
        String subject,

        @Schema(
                description = "What stands before the title, in place of the greeting and the theme's sentence.",
                maxLength = 4000)
        String text) {
    static FirmTextRepresentation of(FirmText own) {
        return new FirmTextRepresentation(own.subject(), own.text());
    }

    FirmText checked() {
        return new FirmText(
                FirmUpdate.merge("subject", Check.line("subject", subject, 255), MergeFields.OF_NOTICES),
                FirmUpdate.merge("text", Check.lines("text", text, 4000), MergeFields.OF_NOTICES));
    }
}
