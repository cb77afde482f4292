package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.mail.MailParts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A mail as it would arrive. */
@Schema(name = "MailPreview", description = "A mail as it would arrive at a made-up contact; its link leads nowhere.")
public record MailPreviewRepresentation(
        String subject,
        @Schema(description = "Its plain text.") String text,
        @Schema(description = "Its HTML, a whole document.") String html) {
    static MailPreviewRepresentation of(MailParts parts) {
        return new MailPreviewRepresentation(parts.subject(), parts.text(), parts.html());
    }
}
