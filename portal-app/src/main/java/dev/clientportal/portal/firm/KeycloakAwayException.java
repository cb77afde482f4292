package dev.clientportal.portal.firm;

/** Keycloak does not answer, or not as it should: worth another try later. */
public final class KeycloakAwayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public KeycloakAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
