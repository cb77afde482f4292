package dev.clientportal.connectors.door;

import dev.clientportal.connectors.upstream.Trace;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.vertx.HttpMessage;

/** Who comes in. */
public final class Door {
    /** The property of an exchange that holds the {@link Caller}. */
    public static final String CALLER = "caller";

    /** What stands in paths. */
    private static final List<String> IDS = List.of("key", "job", "import", "letter");

    private static final Set<String> JSON = Set.of("application/json");

    private final Credentials credentials;
    private final CallLimit limit;
    private final int maxBody;

    /** @param maxBody of a JSON body, in bytes */
    public Door(Credentials credentials, CallLimit limit, int maxBody) {
        this.credentials = credentials;
        this.limit = limit;
        this.maxBody = maxBody;
    }

    /** Lets in who has one of these roles; none: everybody whom Keycloak knows. */
    public Processor lets(Role... anyOf) {
        return exchange -> {
            Trace.goOn(header(exchange, Trace.HEADER));
            Caller caller =
                    credentials.of(header(exchange, "realm"), header(exchange, "Authorization"), address(exchange));
            exchange.getMessage().removeHeader("Authorization");
            exchange.setProperty(CALLER, caller);
            limit.count(caller);
            requireIds(exchange);
            if (anyOf.length > 0) caller.require(anyOf);
        };
    }

    /** No database keeps a text with a NUL, and so nothing is called that. */
    private static void requireIds(Exchange exchange) {
        for (String name : IDS) {
            String id = header(exchange, name);
            if (id != null && id.indexOf(0) >= 0) throw new ProblemException(Problem.NOT_FOUND, "Nothing has this id.");
        }
    }

    /** Of the connection: a header that names another one can be written by anybody. */
    private static String address(Exchange exchange) {
        return exchange.getMessage(HttpMessage.class)
                .getRequest()
                .remoteAddress()
                .hostAddress();
    }

    /** @throws ProblemException for another body than JSON */
    public void requireJson(@Header("Content-Type") String type) {
        if (type == null || !JSON.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
            throw new ProblemException(Problem.UNSUPPORTED_TYPE, "Send JSON, with Content-Type: application/json.");
        }
    }

    /** Makes bytes of the request. */
    void readBody(Exchange exchange) {
        HttpServerRequest request = exchange.getMessage().getBody(HttpServerRequest.class);
        if (saidLength(request) > maxBody) throw tooLarge();
        try (RequestBody body = new RequestBody(request)) {
            byte[] read = body.readNBytes(maxBody + 1);
            if (read.length > maxBody) throw tooLarge();
            exchange.getMessage().setBody(read);
        } catch (IOException e) {
            throw new ProblemException(Problem.INVALID, "The body broke off.");
        }
    }

    private static long saidLength(HttpServerRequest request) {
        String said = request.getHeader("Content-Length");
        return said == null ? 0 : Long.parseLong(said);
    }

    private ProblemException tooLarge() {
        return new ProblemException(Problem.TOO_LARGE, "The body has more than " + maxBody + " bytes.");
    }

    /** The first where a caller sent several. */
    private static String header(Exchange exchange, String name) {
        Object value = exchange.getMessage().getHeader(name);
        if (value instanceof Iterable<?> several) value = several.iterator().next();
        return value == null ? null : value.toString();
    }
}
