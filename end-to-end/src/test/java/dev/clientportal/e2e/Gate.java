package dev.clientportal.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** A way to the real server on which calls can be held, or be answered by somebody else; and which remembers them. */
public final class Gate implements AutoCloseable {
    private static final List<String> PASSED = List.of("Authorization", "Content-Type", "Accept", "traceparent");

    private final String target;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final List<Call> seen = new CopyOnWriteArrayList<>();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    /**
     * A call that came by.
     *
     * @param trace its traceparent, or null
     */
    public record Call(String method, String path, String body, String trace) {
        /** Whether it is a POST that ends so and says this. */
        public boolean posts(String end, String said) {
            return method.equals("POST") && path.endsWith(end) && body.contains(said);
        }
    }

    /** What becomes of some calls. */
    private record Rule(Predicate<Call> calls, CountDownLatch open, int status, long retryAfter) {}

    /** @param target the real server, without a slash at its end */
    public Gate(String target) {
        this.target = target;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Keeps such calls waiting until {@link #open}. */
    public void hold(Predicate<Call> calls) {
        rules.add(new Rule(calls, new CountDownLatch(1), 0, 0));
    }

    /** Tells such calls to come later, until {@link #open}. */
    public void refuse(Predicate<Call> calls, long retryAfter) {
        rules.add(new Rule(calls, new CountDownLatch(0), 429, retryAfter));
    }

    /** Everything goes by again, also what is held. */
    public void open() {
        List<Rule> over = List.copyOf(rules);
        rules.clear();
        over.forEach(rule -> rule.open.countDown());
    }

    /** Those that came by or were stopped, in their order. */
    public List<Call> seen(Predicate<Call> calls) {
        return seen.stream().filter(calls).toList();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Call call = new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    new String(body, StandardCharsets.UTF_8),
                    exchange.getRequestHeaders().getFirst("traceparent"));
            seen.add(call);
            for (Rule rule : rules) {
                if (!rule.calls.test(call)) continue;
                if (rule.status > 0) {
                    exchange.getResponseHeaders().set("Retry-After", Long.toString(rule.retryAfter));
                    exchange.sendResponseHeaders(rule.status, -1);
                    return;
                }
                rule.open.await();
            }
            HttpResponse<byte[]> answer = client.send(forwarded(exchange, body), BodyHandlers.ofByteArray());
            for (String name : List.of("Content-Type", "Retry-After")) {
                answer.headers().firstValue(name).ifPresent(value -> exchange.getResponseHeaders()
                        .set(name, value));
            }
            boolean empty = answer.body().length == 0;
            exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
            if (!empty) exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest forwarded(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (Map.Entry<String, List<String>> header :
                exchange.getRequestHeaders().entrySet()) {
            if (PASSED.stream().anyMatch(header.getKey()::equalsIgnoreCase)) {
                request.header(header.getKey(), header.getValue().get(0));
            }
        }
        return request.build();
    }

    @Override
    public void close() {
        open();
        server.stop(0);
        threads.shutdownNow();
    }
}
