package dev.clientportal.keycloak.admin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How access is to be enabled. */
@Schema(name = "Enable")
public record EnableRepresentation(
        @Schema(description = "No welcome mail and no sample task.")
        Boolean silent) {}
