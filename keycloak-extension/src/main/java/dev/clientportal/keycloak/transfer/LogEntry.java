package dev.clientportal.keycloak.transfer;

import dev.clientportal.keycloak.access.AccessAct;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done about a contact's access. */
@Schema(name = "LogEntry")
public record LogEntry(
        AccessAct act,

        Long at,

        @Schema(description = "The username of who did it; left out for the system.")
        String by,

        @Schema(
                description = "In place of the username, the id of somebody who is no user of the realm: an admin of "
                        + "another realm, or a user who was removed.")
        String byId) {}
