package dev.clientportal.connectors.mail;

import dev.clientportal.connectors.settings.Settings;
import dev.clientportal.connectors.settings.Tls;
import dev.clientportal.connectors.upstream.Trace;
import jakarta.mail.PasswordAuthentication;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.builder.endpoint.dsl.MailEndpointBuilderFactory.MailEndpointConsumerBuilder;
import org.apache.camel.component.mail.MailAuthenticator;

/** From the mailbox of bounces to the ledger. A mail stays unseen until what it says was told. */
final class BounceRoutes extends EndpointRouteBuilder {
    /** Of the route. */
    static final String ID = "read-bounces";

    private static final int AT_ONCE = 100;

    private final Settings settings;
    private final Bounces bounces;
    private final Deliveries deliveries;

    BounceRoutes(Settings settings, Bounces bounces, Deliveries deliveries) {
        this.settings = settings;
        this.bounces = bounces;
        this.deliveries = deliveries;
    }

    @Override
    public void configure() {
        from(mailbox())
                .routeId(ID)
                .routeConfigurationId(MailErrors.STAYS_UNREAD)
                .process(exchange -> Trace.goOn(exchange.getMessage().getHeader(Trace.HEADER, String.class)))
                .bean(bounces, "read")
                .split(body())
                .bean(deliveries, "bounce")
                .end();
    }

    private MailEndpointConsumerBuilder mailbox() {
        Tls tls = settings.get(Settings.BOUNCE_TLS);
        String protocol = tls == Tls.TLS ? "imaps" : "imap";
        String server = settings.get(Settings.BOUNCE_HOST) + ":" + settings.get(Settings.BOUNCE_PORT);
        MailEndpointConsumerBuilder mailbox = tls == Tls.TLS ? imaps(server) : imap(server);
        var advanced = mailbox.unseen(true)
                .peek(true)
                .delete(false)
                .maxMessagesPerPoll(AT_ONCE)
                .delay(settings.get(Settings.BOUNCE_EVERY).toMillis())
                .advanced()
                .folderName(settings.get(Settings.BOUNCE_FOLDER))
                .authenticator(login())
                .mapMailMessage(false)
                .headerFilterStrategy(new NoHeaders());
        SmtpServer.security(protocol, tls).forEach((name, value) -> advanced.additionalJavaMailProperties(name, value));
        return advanced.basic();
    }

    /** Given here and not in the address, so that no log and no route dump can show it. */
    private MailAuthenticator login() {
        String user = settings.get(Settings.BOUNCE_USER);
        String password = settings.get(Settings.BOUNCE_PASSWORD);
        return new MailAuthenticator() {
            @Override
            public PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password);
            }
        };
    }
}
