package dev.clientportal.keycloak.link;

/**
 * Where a login link was asked for: the waiting login, and roughly which browser. All parts are null for invitations.
 *
 * @param browser SHA-256 of the id of the browser's authentication session
 * @param tabId which login of that browser
 * @param clientId the OIDC client that the login is for
 * @param from browser and system in words, for example "Chrome on Android"
 */
public record Origin(String browser, String tabId, String clientId, String from) {
    public static final Origin NONE = new Origin(null, null, null, null);
}
