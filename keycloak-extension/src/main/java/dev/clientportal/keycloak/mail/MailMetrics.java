package dev.clientportal.keycloak.mail;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** What operators see of mails at Keycloak's metrics endpoint. */
final class MailMetrics {
    private MailMetrics() {}

    static void mail(MailKind kind, String outcome) {
        Metrics.counter("client_portal_mails", "kind", kind.code(), "outcome", outcome)
                .increment();
    }

    /** From being asked for to being taken by the mail server. */
    static void delivered(MailKind kind, Duration time) {
        mail(kind, "sent");
        Timer.builder("client_portal_mail_delivery")
                .tag("kind", kind.code())
                .register(Metrics.globalRegistry)
                .record(time);
    }
}
