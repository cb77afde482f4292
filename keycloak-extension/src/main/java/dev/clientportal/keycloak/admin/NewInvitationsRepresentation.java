package dev.clientportal.keycloak.admin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Contacts of one company to invite. */
@Schema(name = "NewInvitations")
public record NewInvitationsRepresentation(
        @Schema(required = true, description = "Ids of users.", minItems = 1, maxItems = 1000)
        List<String> contacts,

        @Schema(
                defaultValue = "true",
                description =
                        "Whether to pass over who has had an invitation since their access was opened last, unless "
                                + "it was revoked or could not be sent. With false it is sent again.")
        Boolean once) {}
