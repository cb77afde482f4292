package dev.clientportal.keycloak.mail;

import org.keycloak.Config;

/** How long a login link lives: one setting, wherever it is asked for. */
public final class LinkLifetime {
    private LinkLifetime() {}

    public static int loginMinutes() {
        return DeliverySettings.LINK_MINUTES.from(
                Config.scope("client-portal-mail", KeycloakMailDeliveryFactory.PROVIDER_ID));
    }
}
