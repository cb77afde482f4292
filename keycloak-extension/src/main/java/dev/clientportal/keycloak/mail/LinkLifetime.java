package dev.clientportal.keycloak.mail;

import org.keycloak.Config;

/** How long a login link lives: one setting, wherever it is asked for. */
public final class LinkLifetime {
    /** Read once, when first asked for: Keycloak (26.7) looks for an option in all its sources each time. */
    private static final int LOGIN_MINUTES = DeliverySettings.LINK_MINUTES.from(
            Config.scope("client-portal-mail", KeycloakMailDeliveryFactory.PROVIDER_ID));

    private LinkLifetime() {}

    public static int loginMinutes() {
        return LOGIN_MINUTES;
    }
}
