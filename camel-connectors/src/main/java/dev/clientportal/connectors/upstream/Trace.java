package dev.clientportal.connectors.upstream;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * The trace that this thread's work belongs to, as W3C Trace Context has it: begun by the caller, or by us; handed on with
 * every call to Keycloak and the portal app, through the queue, and told in problems and in the log.
 */
public final class Trace {
    /** The header, and the property of a message. */
    public static final String HEADER = "traceparent";

    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String NONE = "0".repeat(32);
    private static final String IN_LOG = "traceId";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Trace() {}

    /** Goes on with this one; with a new one where it is none. */
    public static void goOn(String traceparentOrNull) {
        var given = FORM.matcher(traceparentOrNull == null ? "" : traceparentOrNull);
        MDC.put(IN_LOG, given.matches() && !given.group(1).equals(NONE) ? given.group(1) : random(16));
    }

    /** Its id, or null outside of any. */
    public static String id() {
        return MDC.get(IN_LOG);
    }

    /** The header for a call within it, or null outside of any. */
    public static String traceparent() {
        return id() == null ? null : "00-" + id() + "-" + random(8) + "-01";
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
