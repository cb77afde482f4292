package dev.clientportal.connectors.mail;

import dev.clientportal.connectors.settings.Settings;
import dev.clientportal.connectors.settings.Tls;
import io.opentelemetry.api.trace.Tracer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** The firm's mail server, as the settings have it. */
final class SmtpServer {
    private static final String TIMEOUT_MILLIS = "30000";

    private SmtpServer() {}

    static SmtpSender sender(Settings settings, Tracer tracer, Clock clock) {
        Tls tls = settings.get(Settings.MAIL_TLS);
        String protocol = tls == Tls.TLS ? "smtps" : "smtp";
        SmtpSender sender = new SmtpSender(tracer, clock);
        sender.setProtocol(protocol);
        sender.setHost(settings.get(Settings.MAIL_HOST));
        sender.setPort(settings.get(Settings.MAIL_PORT));
        sender.setUsername(settings.get(Settings.MAIL_USER));
        sender.setPassword(settings.get(Settings.MAIL_PASSWORD));
        String prefix = "mail." + protocol + ".";
        sender.addAdditionalJavaMailProperty(prefix + "auth", Boolean.toString(settings.has(Settings.MAIL_USER)));
        for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            sender.addAdditionalJavaMailProperty(prefix + timeout, TIMEOUT_MILLIS);
        }
        security(protocol, tls).forEach(sender::addAdditionalJavaMailProperty);
        return sender;
    }

    /** What jakarta mail has to be told for it. */
    static Map<String, String> security(String protocol, Tls tls) {
        String prefix = "mail." + protocol + ".";
        Map<String, String> properties = new LinkedHashMap<>();
        if (tls == Tls.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        if (tls != Tls.NONE) properties.put(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }
}
