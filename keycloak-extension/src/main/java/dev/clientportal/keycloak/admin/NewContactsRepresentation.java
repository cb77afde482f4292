package dev.clientportal.keycloak.admin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Many to let in at once. */
@Schema(name = "NewContacts")
public record NewContactsRepresentation(
        @Schema(
                required = true,
                minItems = 1,
                maxItems = 1000,
                description = "None of them with invite: invitations have a call of their own.")
        List<NewContactRepresentation> contacts,

        @Schema(description = "No welcome mail and no sample task, for those who do not say otherwise themselves.")
        Boolean silent) {}
