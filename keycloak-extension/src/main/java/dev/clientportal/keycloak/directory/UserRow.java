package dev.clientportal.keycloak.directory;

/** Somebody whom Keycloak knows, a contact or not. */
public record UserRow(String id, boolean enabled) {}
