package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.directory.ContactRow;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of each who was to be let in, in the order of the request. Times are milliseconds since the epoch. */
@Schema(name = "AddedContacts")
public record AddedContactsRepresentation(List<Contact> contacts) {
    /** What became of one. */
    @Schema(name = "AddedContact")
    public record Contact(
            @Schema(description = "As it was sent; left out when it is no text that could be sent back.")
            String email,

            @Schema(description = "Left out when there is no such user, or none that the caller may see.")
            String userId,

            @Schema(
                    description =
                            "added (became a contact), opened (was a member without access), already_open, blocked, "
                                    + "disabled, user_disabled, invalid, address_in_use, not_allowed, or failed.")
            String outcome,

            @Schema(description = "What is wrong, where one word does not say it.")
            String detail,

            @Schema(description = "When the contact first came in by an invitation.")
            Long acceptedAt,

            @Schema(description = "When an invitation was last asked for.")
            Long invitedAt) {
        static Contact of(String email, String outcome, ContactRow row) {
            return new Contact(email, row.userId(), outcome, null, row.acceptedAt(), row.invitedAt());
        }

        static Contact of(String email, String outcome, String userId) {
            return new Contact(email, userId, outcome, null, null, null);
        }

        static Contact refused(String email, String outcome, String detail) {
            return new Contact(email, null, outcome, detail, null, null);
        }
    }
}
