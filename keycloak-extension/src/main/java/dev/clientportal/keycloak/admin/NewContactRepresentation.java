package dev.clientportal.keycloak.admin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody to let in. */
@Schema(name = "NewContact")
public record NewContactRepresentation(
        @Schema(required = true, maxLength = 255) String email,

        @Schema(maxLength = 255, description = "Used when the user is created; an existing user's name stays.")
        String firstName,

        @Schema(maxLength = 255) String lastName,

        @Schema(description = "Language tag, one of the realm's.", examples = "et")
        String locale,

        @Schema(description = "No welcome mail and no sample task. Not together with invite.")
        Boolean silent,

        @Schema(description = "Also send an invitation. Needs " + MailPermission.ROLE + ".")
        Boolean invite) {}
