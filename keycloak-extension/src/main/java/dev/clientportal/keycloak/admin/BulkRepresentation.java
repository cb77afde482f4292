package dev.clientportal.keycloak.admin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Companies whose portals are to be opened, with all their contacts. */
@Schema(name = "Bulk")
public record BulkRepresentation(
        @Schema(required = true, description = "Ids of companies.", minItems = 1, maxItems = 1000)
        List<String> companies,

        @Schema(description = "Also send invitations. Needs " + MailPermission.ROLE + ".")
        Boolean invite,

        @Schema(description = "No welcome mails and no sample tasks. Not together with invite.")
        Boolean silent) {}
