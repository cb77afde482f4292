package dev.clientportal.connectors.csvimport;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.util.IOHelper;

/**
 * Server-sent events: what an import is like whenever that changes, until it rests. Each event fills up the buffer that
 * Camel collects before it sends anything (AsyncInputStream of 4.17.0), with a comment that no reader shows.
 */
final class ProgressEvents extends InputStream {
    private static final int FULL = IOHelper.DEFAULT_BUFFER_SIZE;
    private static final long LOOK_MILLIS = 500;
    private static final int LOOKS_BEFORE_A_SIGN = 20;
    /** Half an hour; a browser asks again by itself. */
    private static final int MOST_LOOKS = 3600;

    private final Supplier<String> state;
    private final BooleanSupplier rests;
    private final BooleanSupplier gone;
    private final Runnable onClose;
    private byte[] event = {};
    private int at;
    private String told = "";
    private int looks;
    private boolean last;
    private boolean closed;

    /**
     * @param state as JSON
     * @param gone whether nobody listens any more
     */
    ProgressEvents(Supplier<String> state, BooleanSupplier rests, BooleanSupplier gone, Runnable onClose) {
        this.state = state;
        this.rests = rests;
        this.gone = gone;
        this.onClose = onClose;
    }

    private boolean hasMore() {
        if (at < event.length) return true;
        if (last || gone.getAsBoolean() || closed) return false;
        at = 0;
        event = padded(next());
        return true;
    }

    private String next() {
        for (int quiet = 0; ; quiet++) {
            // Before the state is read, so that the last state is told.
            boolean resting = rests.getAsBoolean();
            String now = state.get();
            last = resting || ++looks > MOST_LOOKS;
            if (last || !now.equals(told)) {
                told = now;
                return (resting ? "event: end\n" : "event: progress\n") + "data: " + now + "\n\n";
            }
            if (quiet == LOOKS_BEFORE_A_SIGN || gone.getAsBoolean()) return ": still here\n\n";
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] padded(String event) {
        int length = event.getBytes(StandardCharsets.UTF_8).length;
        int missing = FULL - length % FULL;
        if (missing < 2) missing += FULL;
        String text = ":" + " ".repeat(missing - 2) + "\n" + event;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
        return hasMore() ? event[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        Objects.checkFromIndexSize(from, length, into.length);
        if (length == 0) return 0;
        if (!hasMore()) return -1;
        int count = Math.min(length, event.length - at);
        System.arraycopy(event, at, into, from, count);
        at += count;
        return count;
    }

    @Override
    public int available() {
        return event.length - at;
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        onClose.run();
    }
}
