package dev.clientportal.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The device on which people say yes to a login that they began elsewhere (CIBA). Keycloak asks it over its HTTP
 * authentication channel.
 */
public final class AuthenticationDevice implements AutoCloseable {
    private static final String OPTION =
            "--spi-ciba-auth-channel--ciba-http-auth-channel--http-authentication-channel-uri=";

    private final HttpServer server;
    private final Map<String, String> questions = new ConcurrentHashMap<>();

    AuthenticationDevice() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::ask);
        server.start();
    }

    /** Tells Keycloak where the device is. */
    String serverOption() {
        return OPTION + "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void ask(HttpExchange exchange) throws IOException {
        try (exchange) {
            String person = Answer.JSON
                    .readTree(exchange.getRequestBody())
                    .path("login_hint")
                    .asText();
            String bearer =
                    exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
            questions.put(person, bearer);
            exchange.sendResponseHeaders(201, -1);
        }
    }

    /** @param person the login hint that the login was begun with */
    public void sayYes(String person) {
        Answer answer = Api.bearer(questions.remove(person))
                .post("/realms/northwind/protocol/openid-connect/ext/ciba/auth/callback", Map.of("status", "SUCCEED"));
        if (answer.status() != 200) throw new AssertionError("Keycloak does not take the yes: " + answer);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
