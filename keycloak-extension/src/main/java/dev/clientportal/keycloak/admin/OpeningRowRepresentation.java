package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.opening.Openings.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one company, or of one of its contacts. */
@Schema(name = "OpeningRow")
public record OpeningRowRepresentation(
        @Schema(description = "The id of the company.") String company,

        @Schema(description = "Null when it is not there any more.", nullable = true)
        String companyName,

        @Schema(description = "The id of the contact; null when the row is about the company itself.", nullable = true)
        String user,

        @Schema(description = "Left out where the caller may not see all contacts.", nullable = true)
        String username,

        @Schema(description = "As the username.", nullable = true)
        String email,

        @Schema(
                description = "Of a company: opened, already_open, not_found, not_allowed, or failed; null while it "
                        + "waits. Of a contact: opened, already_open, blocked, disabled, no_valid_email, "
                        + "user_disabled, or failed.",
                nullable = true)
        String outcome,

        @Schema(
                description = "Null when none was asked for or the contact has no access; else invited, "
                        + "already_invited, already_accepted, too_many, or the last part of a problem type.",
                nullable = true)
        String invitation,

        @Schema(description = "Seconds until the firm's budget has room again, with too_many.", nullable = true)
        Long retryAfter) {

    static final List<String> COLUMNS =
            List.of("company", "company_name", "user", "username", "email", "outcome", "invitation", "retry_after");

    static OpeningRowRepresentation of(Row row, boolean withNames) {
        boolean isContact = row.contact() != null;
        return new OpeningRowRepresentation(
                row.companyId(),
                row.companyName(),
                isContact ? row.contact().userId() : null,
                withNames ? row.username() : null,
                withNames ? row.email() : null,
                row.outcome(),
                isContact ? row.contact().invitation() : null,
                isContact ? row.contact().retryAfter() : null);
    }

    /** In the order of the columns. */
    List<String> cells() {
        Object[] values = {company, companyName, user, username, email, outcome, invitation, retryAfter};
        return Arrays.stream(values).map(value -> Objects.toString(value, null)).toList();
    }
}
