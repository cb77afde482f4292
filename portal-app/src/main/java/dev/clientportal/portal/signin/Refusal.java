package dev.clientportal.portal.signin;

import dev.clientportal.portal.oidc.RefusedException;

/**
 * Keycloak gives no tokens.
 *
 * @param company the door to this company is closed, and may open again; else the login itself is over
 * @param reason of the closed door, as the extension names it; null for none
 */
record Refusal(boolean company, String reason) {
    private static final String CLOSED = "The company is not open: ";

    static Refusal of(RefusedException refused) {
        String description = refused.getMessage();
        boolean company = description != null && description.startsWith(CLOSED);
        return new Refusal(company, company ? description.substring(CLOSED.length()) : null);
    }
}
