package dev.clientportal.keycloak.admin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to look for among the contacts of a company. */
@Schema(name = "ContactKeys")
public record ContactKeysRepresentation(
        @Schema(
                required = true,
                description = "Ids of users, and e-mail addresses in whatever case.",
                minItems = 1,
                maxItems = 1000)
        List<String> keys) {}
