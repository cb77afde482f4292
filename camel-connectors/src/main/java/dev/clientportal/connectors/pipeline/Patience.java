package dev.clientportal.connectors.pipeline;

import dev.clientportal.connectors.settings.Settings;
import dev.clientportal.connectors.upstream.Away;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.Exchange;

/**
 * How long a command is tried again in its place, which keeps its company's order: as long as nobody answers, up to a day; a
 * few times where it alone fails.
 */
public final class Patience {
    private static final String SINCE = "patienceSince";
    private static final String FAILURES = "patienceFailures";

    private final Clock clock;
    private final Duration whileAway;
    private final int tries;

    public Patience(Settings settings, Clock clock) {
        this.clock = clock;
        this.whileAway = settings.get(Settings.RETRY_FOR);
        this.tries = settings.get(Settings.RETRIES);
    }

    public boolean goesOn(Exchange exchange) {
        Away away = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Away.class);
        if (away != null && !away.wholly()) {
            int failures = exchange.getProperty(FAILURES, 0, Integer.class) + 1;
            exchange.setProperty(FAILURES, failures);
            return failures <= tries;
        }
        long since = exchange.getProperty(SINCE, clock.millis(), Long.class);
        exchange.setProperty(SINCE, since);
        return lastsSince(since);
    }

    /** @param since when it was tried first, in milliseconds since 1970 */
    boolean lastsSince(long since) {
        return clock.millis() - since < whileAway.toMillis();
    }
}
