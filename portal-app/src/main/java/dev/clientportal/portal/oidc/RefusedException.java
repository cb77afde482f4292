package dev.clientportal.portal.oidc;

/** Keycloak gives no tokens. The message is what it said, and may be null. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    public RefusedException(String message) {
        super(message);
    }
}
