package dev.clientportal.connectors.mail;

import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** From Keycloak's outbox to the mail server. */
final class MailRoutes extends EndpointRouteBuilder {
    /** The exchange property that holds the mail that is being sent. */
    static final String PARCEL = "parcel";

    private static final String DUE = "due-mails";
    private static final String BATCH = "batch";
    private static final String REALM = "realm";
    private static final long LOOK_MILLIS = 1_000;
    private static final long CLOSE_MILLIS = 10_000;

    private final Set<String> realms;
    private final Deliveries deliveries;
    private final Sending sending;
    private final SmtpSender sender;
    private final int mailsPerSecond;
    private final int connections;

    MailRoutes(
            Set<String> realms,
            Deliveries deliveries,
            Sending sending,
            SmtpSender sender,
            int mailsPerSecond,
            int connections) {
        this.realms = realms;
        this.deliveries = deliveries;
        this.sending = sending;
        this.sender = sender;
        this.mailsPerSecond = mailsPerSecond;
        this.connections = connections;
    }

    @Override
    public void configure() {
        for (String realm : realms) {
            from(timer("mails-" + realm).period(LOOK_MILLIS))
                    .routeId("look-for-mails-" + realm)
                    .setBody(constant(realm))
                    .to(soon());
        }

        // Where more are due than one lease takes, one more looks as well, up to the number of connections.
        from(seda(DUE).size(queue()).concurrentConsumers(connections).advanced().purgeWhenStopping(true))
                .routeId("deliver-mails")
                .routeConfigurationId(MailErrors.LOOKS_AGAIN)
                .onCompletion()
                .onWhen(exchange -> batch(exchange) != null)
                .process(exchange -> batch(exchange).end())
                .end()
                .setProperty(REALM, body())
                .bean(deliveries, "lease")
                .setProperty(BATCH, body())
                .filter(exchange -> batch(exchange).hasMore())
                .setBody(exchangeProperty(REALM))
                .to(soon())
                .end()
                .split()
                .exchange(exchange -> batch(exchange).parcels())
                .setProperty(PARCEL, body())
                .choice()
                .when(sending::isTried)
                .to(direct("send-mail"))
                .otherwise()
                .setBody(sending::untried)
                .end()
                .process(exchange -> batch(exchange).add(exchange.getMessage().getBody(Outcome.class)))
                .filter(exchange -> batch(exchange).isToBeTold())
                .to(direct("tell-outcomes"))
                .end()
                .end()
                .to(direct("tell-outcomes"));

        from(direct("send-mail"))
                .routeId("send-mail")
                .throttle(mailsPerSecond)
                .doTry()
                .bean(sending, "write")
                .to(smtp(sender.getHost() + ":" + sender.getPort()).advanced().javaMailSender(sender))
                .setBody(sending::sent)
                .doCatch(Exception.class)
                .setBody(sending::failed)
                .end();

        from(direct("tell-outcomes"))
                .routeId("tell-outcomes")
                .routeConfigurationId(MailErrors.MUST_BE_TOLD)
                .setBody(exchange -> batch(exchange).takeUntold())
                .filter(exchange -> !exchange.getMessage().getBody(List.class).isEmpty())
                .bean(deliveries, "report")
                .end();

        from(timer("smtp-connections").period(CLOSE_MILLIS))
                .routeId("close-idle-connections")
                .process(exchange -> sender.closeIdle());
    }

    /** A look that is waited for already need not be asked for twice. */
    private EndpointProducerBuilder soon() {
        return seda(DUE).size(queue()).advanced().discardWhenFull(true);
    }

    private int queue() {
        return connections + realms.size();
    }

    private static Batch batch(Exchange exchange) {
        return exchange.getProperty(BATCH, Batch.class);
    }
}
