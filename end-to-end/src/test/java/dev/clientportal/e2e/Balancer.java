package dev.clientportal.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A load balancer without sticky sessions, the hardest case for the nodes behind it: each request goes to the next one. A
 * node that takes no connection is passed over; a request that breaks off is answered with 502 and not repeated. The nodes
 * learn the host that was asked for, who asked, and whether it was over HTTPS.
 */
public final class Balancer implements AutoCloseable {
    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "transfer-encoding", "expect", "upgrade", "http2-settings");

    private final String scheme;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
    private final AtomicInteger brokenOff = new AtomicInteger();
    private volatile List<String> nodes = List.of();

    public Balancer() {
        this("http", address -> HttpServer.create(address, 0));
    }

    /** Over HTTPS, for this host. */
    public static Balancer overTls(String host) {
        HttpsConfigurator certificate = new HttpsConfigurator(OwnCertificate.of(host));
        return new Balancer("https", address -> {
            HttpsServer made = HttpsServer.create(address, 0);
            made.setHttpsConfigurator(certificate);
            return made;
        });
    }

    private interface Listening {
        HttpServer at(InetSocketAddress address) throws IOException;
    }

    private Balancer(String scheme, Listening listening) {
        this.scheme = scheme;
        try {
            server = listening.at(new InetSocketAddress("127.0.0.1", 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::pass);
        server.setExecutor(threads);
        server.start();
    }

    public String url() {
        return scheme + "://localhost:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** From now on to these, in turn. */
    public void to(String... nodeUrls) {
        nodes = List.of(nodeUrls);
    }

    /** Requests that the node has and did not answer yet. */
    public int runningOn(String nodeUrl) {
        return running.computeIfAbsent(nodeUrl, url -> new AtomicInteger()).get();
    }

    /** Requests that ended with their node. */
    public int brokenOff() {
        return brokenOff.get();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            // The JDK's server closes idle connections on its own, now and then just as the next request comes in.
            exchange.getResponseHeaders().set("Connection", "close");
            byte[] body = exchange.getRequestBody().readAllBytes();
            List<String> now = nodes;
            int first = next.getAndIncrement();
            for (int i = 0; i < now.size(); i++) {
                String node = now.get(Math.floorMod(first + i, now.size()));
                AtomicInteger runningThere = running.computeIfAbsent(node, url -> new AtomicInteger());
                runningThere.incrementAndGet();
                try {
                    answer(exchange, client.send(request(exchange, node, body), BodyHandlers.ofByteArray()));
                    return;
                } catch (ConnectException nobodyThere) {
                    // The next one.
                } catch (IOException nodeDied) {
                    brokenOff.incrementAndGet();
                    break;
                } finally {
                    runningThere.decrementAndGet();
                }
            }
            exchange.sendResponseHeaders(502, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException ownMistake) { // the server would keep it to itself
            say(exchange, ownMistake);
        }
    }

    private static void say(HttpExchange exchange, RuntimeException mistake) throws IOException {
        byte[] text = ("The balancer: " + mistake).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(500, text.length);
        exchange.getResponseBody().write(text);
    }

    private HttpRequest request(HttpExchange exchange, String node, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isPassedOn(name)) values.forEach(value -> request.header(name, value));
        });
        // Behind what a browser that pretends to be a proxy says of itself.
        if (exchange.getRequestHeaders().getFirst("X-Forwarded-For") == null) {
            request.header(
                    "X-Forwarded-For", exchange.getRemoteAddress().getAddress().getHostAddress());
        }
        request.setHeader("X-Forwarded-Proto", scheme);
        return request.build();
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (isPassedOn(name)) exchange.getResponseHeaders().put(name, values);
        });
        byte[] body = response.body();
        exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static boolean isPassedOn(String header) {
        return !header.startsWith(":") && !NOT_PASSED_ON.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
