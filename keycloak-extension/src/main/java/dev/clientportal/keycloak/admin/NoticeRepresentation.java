package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.company.PortalTarget;
import dev.clientportal.keycloak.mail.MailKind;
import dev.clientportal.keycloak.mail.Notice;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What another system wants a contact to know. */
@Schema(name = "Notice", description = "A mail to a contact that another system asks for. All of it is plain text.")
public record NoticeRepresentation(
        @Schema(
                required = true,
                description = "Which template it has, in whatever case.",
                enumeration = {"task_assigned", "reminder", "document", "custom"})
        String kind,

        @Schema(
                required = true,
                description =
                        "The page in the portal that the mail leads to: an address that a portal client has among "
                                + "its redirect URIs.",
                maxLength = PortalTarget.MAX_LENGTH,
                examples = "https://portal.example.com/tasks/17")
        String target,

        @Schema(
                required = true,
                description = "What it is about, in one line.",
                maxLength = NoticeRepresentation.MAX_TITLE)
        String title,

        @Schema(description = "More about it.", maxLength = NoticeRepresentation.MAX_TEXT)
        String text,

        @Schema(
                description =
                        "The caller's own name for this mail, among those to this contact of this company. The same "
                                + "again answers with the mail that there is; it is remembered for as long as the ledger.",
                maxLength = NoticeRepresentation.MAX_ID)
        String externalId) {
    static final int MAX_TITLE = 255;
    static final int MAX_TEXT = 2000;
    static final int MAX_ID = 255;

    /** The kinds that a caller may ask for. */
    private enum Kind {
        TASK_ASSIGNED,
        REMINDER,
        DOCUMENT,
        CUSTOM
    }

    Notice checked() {
        Kind wanted = Check.required("kind", Check.oneOf("kind", kind, Kind.class));
        return new Notice(
                MailKind.valueOf(wanted.name()),
                Check.required("title", Check.line("title", title, MAX_TITLE)),
                Check.lines("text", text, MAX_TEXT),
                Check.required("target", Check.line("target", target, PortalTarget.MAX_LENGTH)));
    }

    String checkedExternalId() {
        return Check.line("externalId", externalId, MAX_ID);
    }
}
