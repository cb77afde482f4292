package dev.clientportal.connectors.door;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of a request, read as it comes in: the sender is held back while nobody reads. Camel's own streaming mode takes
 * all of it into a file first, before anybody has asked who sends it (StreamingHttpRequestBodyHandler of 4.17.0).
 */
public final class RequestBody extends InputStream {
    private static final long PATIENCE_SECONDS = 60;
    private static final Object END = new Object();

    private final HttpServerRequest request;
    private final BlockingQueue<Object> arrived = new LinkedBlockingQueue<>();
    private Buffer piece = Buffer.buffer();
    private int at;
    private boolean ended;

    /** @param request paused, as a route without a body handler gets it */
    public RequestBody(HttpServerRequest request) {
        this.request = request;
        request.exceptionHandler(arrived::add);
        request.endHandler(end -> arrived.add(END));
        request.handler(arrived::add);
        // A caller that asked before it sends is told so by who reads, and by nobody for a call that was refused.
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect")))
            request.response().writeContinue();
    }

    private boolean hasMore() throws IOException {
        while (at == piece.length() && !ended) {
            Object next = next();
            if (next instanceof Throwable failed) throw new IOException("The connection was lost.", failed);
            ended = next == END;
            if (next instanceof Buffer buffer) {
                piece = buffer;
                at = 0;
            }
        }
        return !ended;
    }

    private Object next() throws IOException {
        try {
            request.fetch(1);
            Object next = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) throw new IOException("Nothing came for " + PATIENCE_SECONDS + " seconds.");
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted.", e);
        }
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? piece.getByte(at++) & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, into.length);
        if (length == 0) return 0;
        if (!hasMore()) return -1;
        int count = Math.min(length, piece.length() - at);
        piece.getBytes(at, at + count, into, from);
        at += count;
        return count;
    }
}
