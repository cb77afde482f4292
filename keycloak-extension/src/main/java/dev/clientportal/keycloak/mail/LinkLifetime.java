package dev.clientportal.keycloak.mail;

import org.keycloak.Config;

/** How long a login link lives: one setting, wherever it is asked for. */
public final class LinkLifetime {
    private LinkLifetime() {}

    public static int loginMinutes() {
        return Option.MINUTES;
    }

    /** Read once: Keycloak (26.7) looks for an option in all its sources each time. */
    private static final class Option {
        static final int MINUTES = DeliverySettings.LINK_MINUTES.from(
                Config.scope("client-portal-mail", KeycloakMailDeliveryFactory.PROVIDER_ID));
    }
}
