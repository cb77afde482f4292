package dev.clientportal.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The connectors, for one who may use them.
 *
 * @param url their address; null where none are set up
 * @param username of the caller
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Connectors")
public record ConnectorsRepresentation(
        @Schema(description = "Their address, without a slash at the end. Missing where none are set up.")
        String url,

        @Schema(description = "Of the caller.", required = true)
        String username) {}
