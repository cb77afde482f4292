package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.firm.FirmText;
import dev.clientportal.keycloak.mail.MailKind;
import dev.clientportal.keycloak.mail.MergeFields;
import dev.clientportal.keycloak.mail.SampleMail;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which mail is to be looked at, in which words. */
@Schema(
        name = "MailSample",
        description = "A mail to look at, in words that need not be saved. What is left out of them is the theme's.")
public record MailSampleRepresentation(
        @Schema(
                required = true,
                description = "Which mail.",
                enumeration = {"invitation", "task_assigned", "reminder", "document", "custom"})
        String template,

        @Schema(
                required = true,
                description = "Tag of a language that the realm speaks; en where it speaks only one.",
                maxLength = 35,
                examples = "et")
        String language,

        @Schema(description = "The subject, with the same merge fields as a saved one.", maxLength = 255)
        String subject,

        @Schema(description = "The text, with the same merge fields as a saved one.", maxLength = 4000)
        String text) {

    /** The kinds that a firm can have words of its own for. */
    private enum Template {
        INVITATION,
        TASK_ASSIGNED,
        REMINDER,
        DOCUMENT,
        CUSTOM
    }

    SampleMail checked(StaffCall call) {
        Template wanted = Check.required("template", Check.oneOf("template", template, Template.class));
        Locale locale = Check.language(call.realm(), language);
        Set<String> known = wanted == Template.INVITATION ? MergeFields.OF_INVITATIONS : MergeFields.OF_NOTICES;
        FirmText own = new FirmText(
                FirmUpdate.merge("subject", Check.line("subject", subject, 255), known),
                FirmUpdate.merge("text", Check.lines("text", text, 4000), known));
        return new SampleMail(call.session(), call.realm(), MailKind.valueOf(wanted.name()), locale, own);
    }
}
