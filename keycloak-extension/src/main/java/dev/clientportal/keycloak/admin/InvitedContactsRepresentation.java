package dev.clientportal.keycloak.admin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of each who was to be invited, in the order of the request; whoever was named twice stands there once. */
@Schema(name = "InvitedContacts")
public record InvitedContactsRepresentation(List<Contact> contacts) {
    /** What became of one. */
    @Schema(name = "InvitedContact")
    public record Contact(
            String userId,

            @Schema(
                    description =
                            "invited, already_invited, already_accepted, blocked, disabled, contact_not_enabled, "
                                    + "user_disabled, no_valid_email, not_found, too_many, failed, or the last part of a problem type.")
            String outcome,

            @Schema(description = "Seconds until the firm's budget has room again, with too_many.")
            Long retryAfter) {}
}
