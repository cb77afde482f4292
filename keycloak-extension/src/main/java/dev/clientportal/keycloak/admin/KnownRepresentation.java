package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.access.AccessState;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is there of what was asked for, in the order of the question. Times are milliseconds since the epoch. */
@Schema(name = "Known")
public record KnownRepresentation(List<Company> companies) {
    /** One company. */
    @Schema(name = "KnownCompany")
    public record Company(
            @Schema(description = "Left out when there is no such company.")
            String id,

            @Schema(description = "Those whom Keycloak knows.")
            List<Contact> contacts) {}

    /** One of the people. */
    @Schema(name = "KnownContact")
    public record Contact(
            @Schema(description = "As it was asked for.") String email,

            @Schema(description = "Whether the user is enabled in Keycloak.")
            boolean enabled,

            @Schema(description = "Whether they are a contact of this company.")
            boolean member,

            AccessState state,

            @Schema(description = "When the contact first came in by an invitation.")
            Long acceptedAt,

            @Schema(description = "When an invitation was last asked for.")
            Long invitedAt) {}
}
