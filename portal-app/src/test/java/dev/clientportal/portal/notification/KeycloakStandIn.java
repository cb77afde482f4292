package dev.clientportal.portal.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Keycloak as far as notifications go, and logins that go on: the public look-up, tokens for the application itself and for
 * who is signed in, contacts by the page, and mails. A company answers as its test has told; it is named by its id, so tests do not disturb each other.
 */
public class KeycloakStandIn implements QuarkusTestResourceLifecycleManager {
    public static final String REALM = "northwind";
    public static final String DOMAIN = "portal.northwind.example";

    /** What tokens and metadata say; it leads nowhere, as in a network that has Keycloak under another name. */
    public static final String PUBLIC_URL = "http://id.northwind.example";

    /** Of the application, for Keycloak and other systems. */
    public static final String INTERNAL_HOST = "portal.internal";

    /** The application's to its database. */
    public static final int CONNECTIONS = 10;

    /** Contacts have pages of so many. */
    static final int PAGE = 2;

    /** A mail that was asked for. */
    record Mail(String company, String user, JsonNode notice) {
        String externalId() {
            return notice.path("externalId").asText();
        }
    }

    /** What a company answers next. */
    private record Planned(int status, String body, String retryAfter) {}

    private final ObjectMapper json = new ObjectMapper();
    private final Queue<Mail> mails = new ConcurrentLinkedQueue<>();
    private final Map<String, Deque<Planned>> planned = new ConcurrentHashMap<>();
    private final Map<String, List<String>> contacts = new ConcurrentHashMap<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final Queue<String> tokenRequests = new ConcurrentLinkedQueue<>();
    private final LoginsStandIn logins = new LoginsStandIn();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        return Map.ofEntries(
                Map.entry("client-portal.internal-url", "http://" + INTERNAL_HOST),
                Map.entry("client-portal.keycloak-url", PUBLIC_URL),
                Map.entry("client-portal.keycloak-internal-url", url()),
                // Nobody is asked about twice because the machine is slow, and few requests have all connections.
                Map.entry("client-portal.access-age", "1m"),
                Map.entry("quarkus.datasource.h2.jdbc.max-size", String.valueOf(CONNECTIONS)),
                Map.entry("quarkus.datasource.postgresql.jdbc.max-size", String.valueOf(CONNECTIONS)),
                Map.entry("client-portal.storage", "target/files"),
                Map.entry("client-portal.notifications.every", "1s"),
                Map.entry("quarkus.datasource.h2.jdbc.url", "jdbc:h2:mem:notifications;DB_CLOSE_DELAY=-1"),
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("quarkus.management.test-port", "0"));
    }

    @Override
    public void inject(TestInjector tests) {
        tests.injectIntoFields(this, new TestInjector.MatchesType(KeycloakStandIn.class));
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The company's next answers are refusals of this kind; after those it takes everything. */
    void refuse(String company, int times, int status, String problem, String retryAfter) {
        String body = problem == null
                ? "<html>"
                : "{\"type\":\"urn:client-portal:problem:" + problem + "\",\"title\":\"No\"}";
        IntStream.range(0, times).forEach(i -> plan(company, new Planned(status, body, retryAfter)));
    }

    /** One answer as it should be, before those that are planned after it. */
    void allow(String company) {
        plan(company, null);
    }

    private void plan(String company, Planned answer) {
        synchronized (planned) {
            planned.computeIfAbsent(company, any -> new ArrayDeque<>())
                    .add(answer == null ? new Planned(0, null, null) : answer);
        }
    }

    void contacts(String company, List<String> users) {
        contacts.put(company, users);
    }

    List<Mail> mails(String company) {
        return mails.stream().filter(mail -> mail.company().equals(company)).toList();
    }

    public LoginsStandIn logins() {
        return logins;
    }

    /** The issuer of its tokens. */
    public String realm() {
        return PUBLIC_URL + "/realms/" + REALM;
    }

    int tokens() {
        return tokens.get();
    }

    Queue<String> tokenRequests() {
        return tokenRequests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.equals("/realms/master/client-portal/portals/" + DOMAIN)) {
            send(exchange, 200, firm());
        } else if (path.equals("/realms/" + REALM + "/.well-known/openid-configuration")) {
            send(exchange, 200, metadata());
        } else if (path.equals("/realms/" + REALM + "/certs")) {
            send(exchange, 200, logins.keys());
        } else if (path.equals("/realms/" + REALM + "/token") && body.contains("grant_type=refresh_token")) {
            LoginsStandIn.Reply reply = logins.refresh(realm(), body);
            send(exchange, reply.status(), reply.body());
        } else if (path.equals("/realms/" + REALM + "/token")) {
            tokenRequests.add(body);
            Map<String, Object> token = Map.of(
                    "access_token", "token-" + tokens.incrementAndGet(), "token_type", "Bearer", "expires_in", 60);
            send(exchange, 200, token);
        } else if (path.equals("/realms/" + REALM + "/client-portal/me/companies")) {
            exchange.sendResponseHeaders(401, -1);
        } else if (path.startsWith("/admin/realms/" + REALM + "/client-portal/companies/")) {
            ofCompany(exchange, path.split("/"), body);
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private void ofCompany(HttpExchange exchange, String[] path, String body) throws IOException {
        String company = path[6];
        boolean known = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .startsWith("Bearer token-");
        Planned next;
        synchronized (planned) {
            next = planned.getOrDefault(company, new ArrayDeque<>()).poll();
        }
        if (!known) {
            exchange.sendResponseHeaders(401, -1);
        } else if (next != null && next.status() != 0) {
            if (next.retryAfter() != null) exchange.getResponseHeaders().add("Retry-After", next.retryAfter());
            write(exchange, next.status(), next.body().getBytes(StandardCharsets.UTF_8));
        } else if (exchange.getRequestMethod().equals("POST")) {
            mails.add(new Mail(company, path[8], json.readTree(body)));
            send(exchange, 202, Map.of("id", "mail"));
        } else {
            send(exchange, 200, page(company, query(exchange.getRequestURI())));
        }
    }

    private Map<String, Object> page(String company, Map<String, String> query) {
        if (!"enabled".equals(query.get("state"))) throw new IllegalArgumentException("Asks for all: " + query);
        List<String> all = contacts.get(company);
        int from = Integer.parseInt(query.getOrDefault("after", "0"));
        int to = Math.min(from + PAGE, all.size());
        List<Map<String, String>> items = all.subList(from, to).stream()
                .map(user -> Map.of("userId", user, "email", user + "@client.example"))
                .toList();
        return to == all.size() ? Map.of("items", items) : Map.of("items", items, "next", String.valueOf(to));
    }

    private static Map<String, String> query(URI uri) {
        return Arrays.stream(uri.getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private Map<String, Object> firm() {
        return Map.of(
                "domain",
                DOMAIN,
                "realm",
                REALM,
                "issuer",
                realm(),
                "clientId",
                "portal",
                "active",
                true,
                "name",
                "Northwind",
                "timeZone",
                "Europe/Tallinn",
                "stylesheet",
                PUBLIC_URL + "/brand.css",
                "poweredBy",
                true);
    }

    private Map<String, Object> metadata() {
        String realm = realm();
        return Map.of(
                "issuer",
                realm,
                "authorization_endpoint",
                realm + "/auth",
                "token_endpoint",
                realm + "/token",
                "jwks_uri",
                realm + "/certs",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"));
    }

    private void send(HttpExchange exchange, int status, Object body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        write(exchange, status, json.writeValueAsBytes(body));
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
