package dev.clientportal.portal.oidc;

/**
 * Keycloak has ended a session. Whoever keeps sessions of this application observes it.
 *
 * @param keycloakSession the {@code sid}, or null for all sessions of the user
 */
public record KeycloakSessionEnd(String issuer, String clientId, String keycloakSession, String userId) {}
