package dev.clientportal.connectors.upstream;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * The trace that this thread's work belongs to, as W3C Trace Context has it: begun by the caller, or by us; handed on with
 * every call to Keycloak and the portal app, through the queue, and told in problems and in the log.
 */
public final class Trace {
    /** The header, and the property of a message. */
    public static final String HEADER = "traceparent";

    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final String IN_LOG = "traceId";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Trace() {}

    /** Goes on with this one; with a new one where it is none. */
    public static void goOn(String traceparentOrNull) {
        String own = isValid(traceparentOrNull) ? traceparentOrNull : "00-" + random(16) + "-" + random(8) + "-01";
        MDC.put(HEADER, own);
        MDC.put(IN_LOG, parse(own).getTraceId());
    }

    private static boolean isValid(String text) {
        return text != null && parse(text).isValid();
    }

    /** Its id, or null outside of any. */
    public static String id() {
        return MDC.get(IN_LOG);
    }

    /** The header for a call within it, or null outside of any. */
    public static String traceparent() {
        return MDC.get(HEADER);
    }

    /**
     * Makes calls within it that nobody is to record, as a look that finds nothing nearly always. Who is called is told so by
     * the header's flag.
     */
    public static <T> T unrecorded(Supplier<T> calls) {
        String own = traceparent();
        MDC.put(
                HEADER,
                own.substring(0, own.lastIndexOf('-')) + "-"
                        + TraceFlags.getDefault().asHex());
        try {
            return calls.get();
        } finally {
            MDC.put(HEADER, own);
        }
    }

    /** Where a span of it belongs; outside of any, nowhere. */
    public static Context context() {
        String own = traceparent();
        return own == null ? Context.root() : Context.root().with(Span.wrap(parse(own)));
    }

    /** The header for what belongs to the span; null for none. */
    public static String traceparent(SpanContext span) {
        if (!span.isValid()) return null;
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }

    private static SpanContext parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) return SpanContext.getInvalid();
        return SpanContext.createFromRemoteParent(
                form.group(1), form.group(2), TraceFlags.fromHex(form.group(3), 0), TraceState.getDefault());
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
