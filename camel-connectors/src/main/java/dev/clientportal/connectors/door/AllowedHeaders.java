package dev.clientportal.connectors.door;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * What may come in and go out as a header of a message. An allow-list, because Camel steers components by headers
 * (CVE-2025-27636 and those after it are control headers that came in by a spelling nobody had thought of). Query and form
 * parameters pass the same door: Camel makes headers of them, too.
 */
public final class AllowedHeaders implements HeaderFilterStrategy {
    private static final Set<String> IN = Set.of(
            "authorization",
            "content-type",
            "content-length",
            "idempotency-key",
            "accept",
            "last-event-id",
            "traceparent");
    private static final Set<String> PARAMETERS = Set.of(
            "realm",
            "key",
            "job",
            "import",
            "letter",
            "contact",
            "search",
            "max",
            "after",
            "charset",
            "delimiter",
            "dryrun",
            "name",
            "plan",
            "state");
    private static final Set<String> OUT = Set.of(
            "content-type",
            "location",
            "retry-after",
            "www-authenticate",
            "cache-control",
            "content-disposition",
            "x-content-type-options",
            "traceparent");

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !IN.contains(lower) && !PARAMETERS.contains(lower);
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !OUT.contains(name.toLowerCase(Locale.ROOT));
    }
}
