package dev.clientportal.keycloak.admin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A brand that the portal app believes. */
@Schema(name = "HomeSample")
public record HomeSampleRepresentation(
        @Schema(description = "A JWS that is good for 60 seconds and opens nothing.", required = true)
        String sample) {}
