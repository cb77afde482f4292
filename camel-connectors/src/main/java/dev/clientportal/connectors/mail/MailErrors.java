package dev.clientportal.connectors.mail;

import dev.clientportal.connectors.upstream.Away;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.RouteConfigurationDefinition;

/** The one error policy of mails: what cannot be leased now is leased later; what was done is told until it is heard. */
final class MailErrors extends RouteConfigurationBuilder {
    /** Of the routes that look again by themselves. */
    static final String LOOKS_AGAIN = "mail-looks-again";

    /** Of the route that tells outcomes: when it gives up, mails that were sent are sent again. */
    static final String MUST_BE_TOLD = "mail-must-be-told";

    /** Of the route that reads bounces: a mail that could not be told about is read again. */
    static final String STAYS_UNREAD = "mail-stays-unread";

    private static final String LOG = "dev.clientportal.connectors.mail";
    /** Whatever it is, somebody has to do something about it first. */
    private static final long PAUSE_MILLIS = 10_000;

    private static final long FIRST_MILLIS = 250;
    private static final long MOST_MILLIS = 10_000;
    private static final int FOR_AN_HOUR = 360;

    @Override
    public void configuration() {
        RouteConfigurationDefinition looksAgain = routeConfiguration(LOOKS_AGAIN);
        looksAgain.onException(Away.class).handled(true).log(LoggingLevel.DEBUG, LOG, "${exception.message}");
        looksAgain
                .onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.WARN, LOG, "${routeId}: ${exception.message}")
                .delay(PAUSE_MILLIS);
        routeConfiguration(STAYS_UNREAD)
                .onException(Exception.class)
                .handled(false)
                .log(LoggingLevel.WARN, LOG, "${routeId}: ${exception.message}");
        routeConfiguration(MUST_BE_TOLD)
                .onException(Exception.class)
                .redeliveryDelay(FIRST_MILLIS)
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .maximumRedeliveryDelay(MOST_MILLIS)
                .maximumRedeliveries(FOR_AN_HOUR)
                .handled(true)
                .log(LoggingLevel.ERROR, LOG, "What became of ${body.size} mails was not told: ${exception.message}");
    }
}
