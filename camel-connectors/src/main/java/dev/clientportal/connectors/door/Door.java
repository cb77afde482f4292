package dev.clientportal.connectors.door;

import dev.clientportal.connectors.upstream.Trace;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Processor;

/** Who comes in. */
public final class Door {
    /** The property of an exchange that holds the {@link Caller}. */
    public static final String CALLER = "caller";

    private static final Set<String> JSON = Set.of("application/json");

    private final Credentials credentials;
    private final CallLimit limit;

    public Door(Credentials credentials, CallLimit limit) {
        this.credentials = credentials;
        this.limit = limit;
    }

    /** Lets in who has one of these roles; none: everybody whom Keycloak knows. */
    public Processor lets(Role... anyOf) {
        return exchange -> {
            Trace.goOn(header(exchange, Trace.HEADER));
            Caller caller = credentials.of(header(exchange, "realm"), header(exchange, "Authorization"));
            exchange.getMessage().removeHeader("Authorization");
            limit.count(caller);
            if (anyOf.length > 0) caller.require(anyOf);
            exchange.setProperty(CALLER, caller);
        };
    }

    /** @throws ProblemException for another body than JSON */
    public void requireJson(@Header("Content-Type") String type) {
        if (type == null || !JSON.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
            throw new ProblemException(Problem.UNSUPPORTED_TYPE, "Send JSON, with Content-Type: application/json.");
        }
    }

    /** The first where a caller sent several. */
    private static String header(Exchange exchange, String name) {
        Object value = exchange.getMessage().getHeader(name);
        if (value instanceof Iterable<?> several) value = several.iterator().next();
        return value == null ? null : value.toString();
    }
}
