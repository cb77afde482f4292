package dev.clientportal.keycloak.admin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invitation in a list over all companies. */
@Schema(name = "InvitationOfContact")
public record InvitationOfContactRepresentation(
        InvitationRepresentation invitation,

        @Schema(
                description =
                        "Whom it invited, as they are now; null when they are no contact of the company any more.")
        ContactRepresentation contact) {}
