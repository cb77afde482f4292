package dev.clientportal.keycloak.admin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The login page as it would look. */
@Schema(name = "LoginPreview", description = "The page that asks contacts for their address; its form leads nowhere.")
public record LoginPreviewRepresentation(
        @Schema(description = "A whole document.") String html) {}
