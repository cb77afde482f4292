package dev.clientportal.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small application that contacts sign in to: authorization code with PKCE, and a state that each tab has for itself. */
final class DemoApp implements AutoCloseable {
    static final String HOST = "http://127.0.0.1:";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String clientId;
    private final HttpServer server;
    private final Map<String, String> verifierOfState = new ConcurrentHashMap<>();
    private final List<JsonNode> logins = new CopyOnWriteArrayList<>();

    DemoApp() {
        this("portal-demo");
    }

    DemoApp(String clientId) {
        this.clientId = clientId;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/login", this::login);
        server.createContext("/callback", this::callback);
        server.start();
    }

    /** Where a sign-in begins; parameters of the authorization request may be added. */
    String loginUrl(String... namesAndValues) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return url() + "/login" + (parameters.isEmpty() ? "" : "?" + encoded(parameters));
    }

    /** The claims of the identity tokens that the application got, in order. */
    List<JsonNode> logins() {
        return logins;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String url() {
        return HOST + server.getAddress().getPort();
    }

    private void login(HttpExchange exchange) throws IOException {
        String state = random();
        String verifier = random() + random();
        verifierOfState.put(state, verifier);
        Map<String, String> request = new LinkedHashMap<>();
        request.put("client_id", clientId);
        request.put("redirect_uri", url() + "/callback");
        request.put("response_type", "code");
        request.put("scope", "openid email");
        request.put("state", state);
        request.put("code_challenge", sha256(verifier));
        request.put("code_challenge_method", "S256");
        request.putAll(query(exchange));
        exchange.getResponseHeaders().add("Set-Cookie", state + "=begun; Path=/; HttpOnly; SameSite=Lax");
        redirect(exchange, Stack.local().realmUrl() + "/protocol/openid-connect/auth?" + encoded(request));
    }

    private static void redirect(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().add("Location", address);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void callback(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange);
        String state = query.getOrDefault("state", "");
        if (!verifierOfState.containsKey(state) || !isBegunHere(exchange, state)) {
            show(exchange, "This sign-in was not begun in this browser");
        } else if ("authentication_expired".equals(query.get("error_description"))) {
            // Keycloak says so when the login was finished in another tab; an application then begins again.
            redirect(exchange, "/login");
        } else if (query.containsKey("error")) {
            show(exchange, "Not signed in: " + query.get("error"));
        } else {
            Answer tokens = new Http()
                    .postForm(
                            Stack.local().realmUrl() + "/protocol/openid-connect/token",
                            Map.of(
                                    "grant_type",
                                    "authorization_code",
                                    "client_id",
                                    clientId,
                                    "code",
                                    query.getOrDefault("code", ""),
                                    "code_verifier",
                                    verifierOfState.get(state),
                                    "redirect_uri",
                                    url() + "/callback"));
            if (tokens.status() != 200) {
                show(exchange, "No tokens: " + tokens.body());
                return;
            }
            String payload = tokens.json().path("id_token").asText().split("\\.")[1];
            JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(payload));
            logins.add(claims);
            show(exchange, "Signed in as " + claims.path("email").asText());
        }
    }

    private static void show(HttpExchange exchange, String text) throws IOException {
        byte[] body = ("<!DOCTYPE html><html lang=\"en\"><link rel=\"icon\" href=\"data:,\"><title>App</title><h1>"
                        + text.replace("<", "&lt;") + "</h1>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static boolean isBegunHere(HttpExchange exchange, String state) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(header -> Stream.of(header.split(";\\s*")))
                .anyMatch(cookie -> cookie.equals(state + "=begun"));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> values = new HashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        if (query == null) return values;
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    private static String encoded(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String random() {
        return UUID.randomUUID().toString();
    }

    private static String sha256(String text) {
        try {
            return BASE64.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
