package dev.clientportal.keycloak.access;

import io.micrometer.core.instrument.Metrics;

/** What operators see of logins at Keycloak's metrics endpoint. */
public final class LoginMetrics {
    private LoginMetrics() {}

    /** @param outcome {@code success} or the reason of the denial */
    public static void login(String way, String outcome) {
        Metrics.counter("client_portal_logins", "way", way, "outcome", outcome).increment();
    }

    public static void denied(String reason) {
        Metrics.counter("client_portal_denials", "reason", reason).increment();
    }
}
