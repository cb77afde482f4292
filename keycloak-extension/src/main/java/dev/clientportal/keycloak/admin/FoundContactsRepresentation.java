package dev.clientportal.keycloak.admin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Contacts that were found, in no order. */
@Schema(name = "FoundContacts")
public record FoundContactsRepresentation(List<ContactRepresentation> contacts) {}
