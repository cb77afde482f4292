package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.access.ContactRight;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rights that a contact has; those not named are withheld. */
@Schema(name = "Rights")
public record RightsRepresentation(@Schema(required = true) Set<ContactRight> rights) {}
