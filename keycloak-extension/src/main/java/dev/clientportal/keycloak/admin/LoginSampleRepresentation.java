package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.page.LoginPreview;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In which brand the login page or the portal is to be looked at. */
@Schema(
        name = "LoginSample",
        description = "A brand to look at that need not be saved. What is left out is as in settings without it.")
public record LoginSampleRepresentation(
        @Schema(
                required = true,
                description = "Tag of a language that the realm speaks; en where it speaks only one.",
                maxLength = 35,
                examples = "et")
        String language,

        @Schema(maxLength = 255) String name,
        @Schema(maxLength = 1000) String description,

        @Schema(description = "#rrggbb", maxLength = 7, examples = "#1f4fd8")
        String primaryColor,

        @Schema(description = "Whom contacts can ask.", maxLength = 255)
        String help,

        @Schema(description = "No \"Powered by\".") Boolean whiteLabel) {
    LoginPreview checked(StaffCall call) {
        LoginPreview.Brand brand = new LoginPreview.Brand(
                Check.line("name", name, 255),
                Check.lines("description", description, 1000),
                FirmUpdate.color(primaryColor),
                Check.line("help", help, 255),
                Boolean.TRUE.equals(whiteLabel));
        return new LoginPreview(call.session(), call.realm(), Check.language(call.realm(), language), brand);
    }
}
