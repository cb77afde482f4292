package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.difference.Difference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One field in which a contact's own profile differs from the firm's record. */
@Schema(name = "Difference")
public record DifferenceRepresentation(
        String companyId,
        String companyName,
        String userId,
        String username,

        @Schema(enumeration = {"firstName", "lastName", "email", "phone"})
        String field,

        @Schema(description = "What the firm has recorded.") String firmValue,

        @Schema(description = "What the contact's profile says now; null when it says nothing.")
        String contactValue,

        @Schema(description = "When the firm's value was recorded, in milliseconds since the epoch.")
        long recordedAt,

        @Schema(description = "Whether the caller may accept or ignore it.")
        boolean manage) {

    static DifferenceRepresentation of(Difference difference, boolean manage) {
        return new DifferenceRepresentation(
                difference.companyId(),
                difference.companyName(),
                difference.userId(),
                difference.username(),
                difference.field().code(),
                difference.firmValue(),
                difference.contactValue(),
                difference.recordedAt(),
                manage);
    }
}
