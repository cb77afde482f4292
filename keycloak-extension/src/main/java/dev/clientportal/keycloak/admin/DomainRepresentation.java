package dev.clientportal.keycloak.admin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be said of a wished domain name. */
@Schema(name = "DomainCheck")
public record DomainRepresentation(
        @Schema(description = "The name as people see it; nothing when it is not valid.")
        String domain,

        @Schema(description = "The name in its ASCII form, which is what has to be unique.")
        String domainAscii,

        @Schema(description = "Whether this is a host name of at least two labels.")
        boolean valid,

        @Schema(description = "Whether another firm has it.")
        boolean taken,

        @Schema(description = "Names close to it that are free; empty unless it is taken.")
        List<String> variations) {}
