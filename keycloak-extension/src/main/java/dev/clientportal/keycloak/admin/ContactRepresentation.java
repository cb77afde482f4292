package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.access.ContactRight;
import dev.clientportal.keycloak.directory.ContactRow;
import dev.clientportal.keycloak.directory.InvitationState;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact of one company and their portal access. Times are milliseconds since the epoch. */
@Schema(name = "Contact")
public record ContactRepresentation(
        String userId,
        String companyId,
        String companyName,
        String username,
        String email,
        String firstName,
        String lastName,

        @Schema(description = "Whether the user is enabled in Keycloak.")
        boolean enabled,

        AccessState state,

        @Schema(description = "Whether the contact came in by an invitation.")
        boolean accepted,

        Long acceptedAt,

        @Schema(description = "Was unblocked, and is in again only after accepting a new invitation.")
        boolean mustAccept,

        @Schema(description = "Opened without a welcome mail and a sample task.")
        boolean silent,

        @Schema(description = "When an invitation was last asked for. With it, the next one is a resend.")
        Long invitedAt,

        @Schema(description = "How far the last invitation is; null when there never was one.")
        InvitationState invitationState,

        @Schema(description = "When the mail server took the last invitation.")
        Long invitationSentAt,

        Set<ContactRight> rights,

        @Schema(description = "Whether the caller may change the contact's access, rights and record.")
        boolean manage) {

    static ContactRepresentation of(ContactRow row, boolean manage) {
        return new ContactRepresentation(
                row.userId(),
                row.companyId(),
                row.companyName(),
                row.username(),
                row.email(),
                row.firstName(),
                row.lastName(),
                row.enabled(),
                row.state(),
                row.acceptedAt() != null,
                row.acceptedAt(),
                row.mustAccept(),
                row.silent(),
                row.invitedAt(),
                row.invitation(),
                row.sentAt(),
                row.rights(),
                manage);
    }
}
