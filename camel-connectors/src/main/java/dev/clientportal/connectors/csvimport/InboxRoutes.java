package dev.clientportal.connectors.csvimport;

import dev.clientportal.connectors.upstream.Trace;
import java.util.List;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** Folders that are watched. A file is taken when it has stopped to grow. */
final class InboxRoutes extends EndpointRouteBuilder {
    private static final long LOOK_MILLIS = 1000;

    private final List<Inbox> inboxes;

    InboxRoutes(List<Inbox> inboxes) {
        this.inboxes = inboxes;
    }

    @Override
    public void configure() {
        for (Inbox inbox : inboxes) {
            inbox.create();
            from(file(inbox.inbox().toString())
                            .delay(LOOK_MILLIS)
                            .include("(?i).*\\.csv")
                            .noop(true)
                            .idempotent("false")
                            .readLock("changed")
                            .readLockMarkerFile(false)
                            .readLockCheckInterval(500)
                            .readLockTimeout(2000))
                    .routeId("take-from-inbox-" + inbox.realm())
                    .process(exchange -> Trace.goOn(exchange.getMessage().getHeader(Trace.HEADER, String.class)))
                    .process(exchange -> inbox.take(
                            inbox.inbox().resolve(exchange.getMessage().getHeader("CamelFileNameOnly", String.class))));

            from(timer("settle-" + inbox.realm()).period(LOOK_MILLIS))
                    .routeId("settle-inbox-" + inbox.realm())
                    .bean(inbox, "settle");
        }
    }
}
