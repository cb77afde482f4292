package dev.clientportal.connectors.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clientportal.connectors.keycloak.KeycloakAdmin;
import dev.clientportal.connectors.keycloak.Realms;
import dev.clientportal.connectors.settings.Settings;
import io.opentelemetry.api.trace.Tracer;
import java.time.Clock;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** The way that the firm's mails go, where the settings name a mail server; and that of bounces, where they name a mailbox. */
public final class MailWay {
    private MailWay() {}

    public static void bindTo(
            Main main,
            Settings settings,
            Realms realms,
            KeycloakAdmin keycloak,
            ObjectMapper json,
            Tracer tracer,
            Clock clock) {
        if (!settings.has(Settings.MAIL_HOST) && !settings.has(Settings.BOUNCE_HOST)) return;
        int perSecond = settings.get(Settings.MAILS_PER_SECOND);
        int connections = settings.get(Settings.MAIL_CONNECTIONS);
        Deliveries deliveries = new Deliveries(keycloak, realms, json, tracer, perSecond, connections);
        main.configure().addRoutesBuilder(new MailErrors());
        if (settings.has(Settings.MAIL_HOST)) {
            SmtpSender sender = SmtpServer.sender(settings, tracer, clock);
            Sending sending =
                    new Sending(sender, settings.get(Settings.MAIL_FROM), settings.get(Settings.MAIL_RETURNS_TO));
            main.configure()
                    .addRoutesBuilder(
                            new MailRoutes(realms.names(), deliveries, sending, sender, perSecond, connections));
            main.addMainListener(new MainListenerSupport() {
                @Override
                public void afterStop(BaseMainSupport stopped) {
                    sender.close();
                }
            });
        }
        if (settings.has(Settings.BOUNCE_HOST)) {
            // A mailbox that is away is no reason to send callers of the webhooks elsewhere.
            main.addInitialProperty("camel.health.excludePattern", "consumer:" + BounceRoutes.ID);
            main.configure().addRoutesBuilder(new BounceRoutes(settings, new Bounces(), deliveries));
        }
    }
}
