package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.mail.MailReport;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of reports of mails that came back. */
@Schema(name = "MailBouncesResult")
public record MailBouncesResultRepresentation(List<Told> bounces) {
    /** What came of one. */
    @Schema(name = "MailBounceResult")
    public record Told(
            String messageId,

            @Schema(
                    description =
                            "RECORDED; ENDED when that mail had failed or was cancelled already; NOT_FOUND when the firm has no "
                                    + "such mail.",
                    enumeration = {"RECORDED", "ENDED", "NOT_FOUND"})
            MailReport.Result result) {}
}
