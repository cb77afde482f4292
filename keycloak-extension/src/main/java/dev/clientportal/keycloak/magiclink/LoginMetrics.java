package dev.clientportal.keycloak.magiclink;

import io.micrometer.core.instrument.Metrics;

/** What operators see of logins at Keycloak's metrics endpoint. */
final class LoginMetrics {
    private LoginMetrics() {}

    /** @param outcome {@code success} or the reason of the denial */
    static void login(String way, String outcome) {
        Metrics.counter("client_portal_logins", "way", way, "outcome", outcome).increment();
    }

    static void denied(String reason) {
        Metrics.counter("client_portal_denials", "reason", reason).increment();
    }
}
