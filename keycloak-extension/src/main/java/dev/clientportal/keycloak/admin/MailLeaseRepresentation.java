package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.mail.MailKind;
import dev.clientportal.keycloak.mail.MailLease;
import dev.clientportal.keycloak.mail.RenderedMail;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Mails that one connector has for itself. It carries secrets: it is never stored and never logged. */
@Schema(name = "MailLease")
public record MailLeaseRepresentation(
        @Schema(description = "What the reports about these mails name.")
        String lease,

        @Schema(description = "When others may take what was not reported by then: milliseconds since the epoch.")
        long until,

        @Schema(description = "Fewer than were leased, when some were not to be sent any more.")
        List<MailToSend> mails,

        @Schema(description = "Whether others may be due as well: lease again without a pause.")
        boolean more) {
    /** One mail, made ready. */
    @Schema(name = "MailToSend")
    public record MailToSend(
            String id,
            MailKind kind,

            @Schema(description = "For the header of this name, and another one at each try.")
            String messageId,

            @Schema(description = "The contact's address.") String to,

            @Schema(description = "The sender's address in the realm's e-mail settings; null where there is none.")
            String from,

            @Schema(description = "The sender's name: the firm's.")
            String fromName,

            String replyTo,
            String replyToName,

            @Schema(description = "Where the realm's e-mail settings want bounces to go; null for the sender.")
            String envelopeFrom,

            String subject,

            @Schema(description = "The part of type text/plain.")
            String text,

            @Schema(description = "The part of type text/html.")
            String html,

            long queuedAt) {}

    static MailLeaseRepresentation of(MailLease lease) {
        return new MailLeaseRepresentation(
                lease.id(),
                lease.until(),
                lease.mails().stream().map(MailLeaseRepresentation::of).toList(),
                lease.more());
    }

    /** Of the realm's e-mail settings only what a reader of the mail sees: the password stays. */
    private static MailToSend of(MailLease.Entry entry) {
        RenderedMail mail = entry.mail();
        return new MailToSend(
                entry.mailId(),
                mail.kind(),
                entry.messageId(),
                mail.address(),
                mail.server().get("from"),
                mail.server().get("fromDisplayName"),
                mail.server().get("replyTo"),
                mail.server().get("replyToDisplayName"),
                mail.server().get("envelopeFrom"),
                mail.subject(),
                mail.text(),
                mail.html(),
                mail.queuedAt());
    }

    /** Without the mails, so that no log can take them. */
    @Override
    public String toString() {
        return "MailLease[" + lease + "]";
    }
}
