package dev.clientportal.connectors.pipeline;

import dev.clientportal.connectors.jobs.Later;
import dev.clientportal.connectors.jobs.Work;
import dev.clientportal.connectors.upstream.Busy;
import org.apache.camel.Exchange;

/** What there is no time for now, as when a firm's budget for invitations is used up, is put off; what was so for too long is set aside. */
public final class PutOff {
    private final Later later;
    private final Patience patience;
    private final SetAside aside;

    public PutOff(Later later, Patience patience, SetAside aside) {
        this.later = later;
        this.patience = patience;
        this.aside = aside;
    }

    public void putOff(Exchange exchange) {
        Work work = exchange.getProperty(Commands.WORK, Work.class);
        Busy busy = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Busy.class);
        long since = later.putOff(work.command(), busy.retryAfter());
        if (!patience.lastsSince(since)) aside.setAside(exchange);
    }
}
