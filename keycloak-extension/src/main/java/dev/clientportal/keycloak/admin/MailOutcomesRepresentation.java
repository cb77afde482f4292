package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.mail.MailReport;
import dev.clientportal.keycloak.mail.SmtpStep;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the mails of one lease. */
@Schema(name = "MailOutcomes")
public record MailOutcomesRepresentation(
        @Schema(required = true, description = "The lease that they are in.", maxLength = 36)
        String lease,

        @Schema(required = true, minItems = 1, maxItems = 100)
        List<MailOutcome> outcomes) {
    private static final int MAX = 100;
    private static final Pattern CODES = Pattern.compile("[245]\\d\\d(?: [245]\\.\\d{1,3}\\.\\d{1,3})?");

    /** What became of one mail. */
    @Schema(name = "MailOutcome")
    public record MailOutcome(
            @Schema(required = true, description = "The mail's id.")
            String mail,

            @Schema(
                    required = true,
                    description =
                            "SENT when the mail server took it. FAILED when it said no, or nothing: whether that is for good, "
                                    + "for now, or about the server itself is decided here, by step and reply. UNTRIED gives it back.")
            MailReport.Kind outcome,

            @Schema(description = "How far the talk with the mail server came; needed for FAILED.")
            SmtpStep step,

            @Schema(
                    description =
                            "The codes of the reply without its words, which may quote the address; left out when there was "
                                    + "no reply.",
                    pattern = "^[245][0-9][0-9]( [245]\\.[0-9]{1,3}\\.[0-9]{1,3})?$",
                    examples = "550 5.1.1")
            String reply) {
        private MailReport checked() {
            if (!Check.isId(mail)) throw Check.invalid("outcomes.mail", "Is no id.");
            Check.required("outcomes.outcome", outcome);
            if (outcome == MailReport.Kind.FAILED) Check.required("outcomes.step", step);
            if (reply != null && !CODES.matcher(reply).matches()) {
                throw Check.invalid("outcomes.reply", "Only codes, as in 550 5.1.1.");
            }
            return new MailReport(mail, outcome, step, reply);
        }
    }

    String checkedLease() {
        if (!Check.isId(lease)) throw Check.invalid("lease", "Is no id.");
        return lease;
    }

    List<MailReport> checkedReports() {
        Check.required("outcomes", outcomes);
        Check.between("outcomes", outcomes.size(), 1, MAX);
        return outcomes.stream()
                .map(outcome -> Check.required("outcomes", outcome).checked())
                .toList();
    }
}
