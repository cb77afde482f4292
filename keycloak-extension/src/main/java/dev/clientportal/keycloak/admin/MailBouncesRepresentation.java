package dev.clientportal.keycloak.admin;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Mails that came back. */
@Schema(name = "MailBounces")
public record MailBouncesRepresentation(
        @Schema(required = true, minItems = 1, maxItems = 100)
        List<MailBounce> bounces) {
    private static final int MAX = 100;
    private static final int MAX_MESSAGE_ID = 998;
    private static final Pattern STATUS = Pattern.compile("[45]\\.\\d{1,3}\\.\\d{1,3}");

    /** One of them. */
    @Schema(name = "MailBounce")
    public record MailBounce(
            @Schema(
                    required = true,
                    description = "The Message-ID of the mail that came back.",
                    maxLength = MAX_MESSAGE_ID)
            String messageId,

            @Schema(
                    required = true,
                    description = "The status in the report (RFC 3463).",
                    pattern = "^[45]\\.[0-9]{1,3}\\.[0-9]{1,3}$",
                    examples = "5.1.1")
            String status) {
        private MailBounce checked() {
            Check.required("bounces.messageId", Check.line("bounces.messageId", messageId, MAX_MESSAGE_ID));
            if (!STATUS.matcher(Check.required("bounces.status", status)).matches()) {
                throw Check.invalid("bounces.status", "A status of RFC 3463, as in 5.1.1.");
            }
            return this;
        }
    }

    List<MailBounce> checked() {
        Check.required("bounces", bounces);
        Check.between("bounces", bounces.size(), 1, MAX);
        return bounces.stream()
                .map(bounce -> Check.required("bounces", bounce).checked())
                .toList();
    }
}
