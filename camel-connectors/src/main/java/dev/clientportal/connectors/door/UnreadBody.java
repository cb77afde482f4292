package dev.clientportal.connectors.door;

import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * What a caller still sends when its answer is there already: most clients read no answer before they have sent everything.
 * It is thrown away, up to a size; who sends more than that loses the connection.
 */
final class UnreadBody implements Processor {
    private static final long MOST = 128L * 1024 * 1024;
    private static final long MOST_OF_STRANGERS = 1024 * 1024;

    @Override
    public void process(Exchange exchange) {
        HttpServerRequest request = exchange.getMessage().getBody(HttpServerRequest.class);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                discard(request, done.getProperty(Door.CALLER) == null ? MOST_OF_STRANGERS : MOST);
            }
        });
    }

    /** For callers of which nothing is known. */
    static void discard(HttpServerRequest request) {
        discard(request, MOST_OF_STRANGERS);
    }

    private static void discard(HttpServerRequest request, long most) {
        if (request.isEnded()) return;
        AtomicLong discarded = new AtomicLong();
        request.exceptionHandler(gone -> {});
        request.endHandler(end -> {});
        request.handler(piece -> {
            if (discarded.addAndGet(piece.length()) > most) request.connection().close();
        });
        request.resume();
    }
}
