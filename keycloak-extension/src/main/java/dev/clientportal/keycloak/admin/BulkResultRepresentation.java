package dev.clientportal.keycloak.admin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of each company and each contact, in the order of the request. */
@Schema(name = "BulkResult")
public record BulkResultRepresentation(List<Company> companies) {
    /** What became of one company. */
    @Schema(name = "BulkCompany")
    public record Company(
            String id,

            @Schema(description = "opened, already_open, not_found, not_allowed, or failed.")
            String outcome,

            List<Contact> contacts) {}

    /** What became of one contact. */
    @Schema(name = "BulkContact")
    public record Contact(
            String userId,

            @Schema(description = "opened, already_open, blocked, disabled, no_valid_email, user_disabled, or failed.")
            String outcome,

            @Schema(
                    description = "Null when none was asked for or the contact has no access; else invited, "
                            + "already_invited, already_accepted, too_many, or the last part of a problem type.")
            String invitation,

            @Schema(description = "Seconds until the firm's budget has room again, with too_many.")
            Long retryAfter) {}
}
