package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.mail.MailReport;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of reports. */
@Schema(name = "MailOutcomesResult")
public record MailOutcomesResultRepresentation(List<Told> outcomes) {
    /** What came of one. */
    @Schema(name = "MailOutcomeResult")
    public record Told(
            String mail,

            @Schema(
                    description =
                            "RECORDED; or nothing was changed: ENDED when the mail's outcome was known already, NOT_LEASED when "
                                    + "somebody else took the mail meanwhile, NOT_FOUND when there is none (any more).")
            MailReport.Result result) {}
}
