package dev.clientportal.keycloak.transfer;

import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.access.ContactRight;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The access of one contact to one company, with all that is kept of it. */
@Schema(name = "ContactEntry")
public record ContactEntry(
        @Schema(description = "The organization's alias.") String company,

        @Schema(description = "The user's name.") String username,

        AccessState state,

        @Schema(description = "Was unblocked, and is in again only after accepting a new invitation. Left out: false.")
        Boolean mustAccept,

        @Schema(description = "Opened without a welcome. Left out: false.")
        Boolean silent,

        @Schema(
                description =
                        "The rights that the contact does not have. Those withheld and not those given: a right that "
                                + "a later version brings is then there after an import, too.")
        Set<ContactRight> withheld,

        @Schema(description = "When an invitation was last asked for.")
        Long invitedAt,

        @Schema(description = "When the contact came in by one.")
        Long acceptedAt,

        @Schema(description = "When the welcome was shown. The later one of file and realm stays.")
        Long welcomedAt,

        @Schema(description = "When the contact last entered the company. The later one of file and realm stays.")
        Long lastUsedAt,

        @Schema(description = "When somebody last decided about the contact.")
        Long changedAt,

        @Schema(description = "The firm's record of the contact. Left out: there is none.")
        RecordEntry record,

        @Schema(
                description =
                        "Who enabled, disabled, blocked, unblocked or revoked, by time. An import adds what is missing.")
        List<LogEntry> log) {

    ContactEntry withLog(UnaryOperator<LogEntry> change) {
        return new ContactEntry(
                company,
                username,
                state,
                mustAccept,
                silent,
                withheld,
                invitedAt,
                acceptedAt,
                welcomedAt,
                lastUsedAt,
                changedAt,
                record,
                log.stream().map(change).toList());
    }
}
