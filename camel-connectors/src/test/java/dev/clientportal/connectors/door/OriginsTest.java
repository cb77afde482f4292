package dev.clientportal.connectors.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clientportal.connectors.settings.Settings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OriginsTest {
    private static final String CONSOLE = "https://login.example.com";
    private static final String FOREIGN = "https://login.example.com.evil.example";

    private final AtomicInteger calls = new AtomicInteger();
    private final Main main = new Main();
    private String url;

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void pageOfANamedOriginMayAskWithItsTokenAndReadTheAnswer() throws Exception {
        start(CONSOLE);

        HttpResponse<String> preflight = preflight(CONSOLE);
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(calls).hasValue(0);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo(CONSOLE);
        assertThat(header(preflight, "Access-Control-Allow-Methods").split(","))
                .containsExactlyInAnyOrder("GET", "POST");
        assertThat(header(preflight, "Access-Control-Allow-Headers").split(","))
                .containsExactlyInAnyOrder("Authorization", "Content-Type", "traceparent");
        assertThat(preflight.headers().map()).doesNotContainKey("access-control-allow-credentials");

        HttpResponse<String> answer = send(call().header("Origin", CONSOLE));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(CONSOLE);
        assertThat(header(answer, "Access-Control-Expose-Headers").split(","))
                .containsExactlyInAnyOrder("Location", "Retry-After", "Content-Disposition");
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-credentials");
    }

    @Test
    void pageOfAnotherOriginIsRefusedBeforeAnythingIsDone() throws Exception {
        start(CONSOLE);

        for (HttpResponse<String> refused :
                List.of(preflight(FOREIGN), preflight("null"), send(call().header("Origin", FOREIGN)))) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
            assertThat(refused.headers().map()).doesNotContainKey("access-control-allow-origin");
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void callerThatIsNoBrowserIsNotAskedForAnOrigin() throws Exception {
        start(CONSOLE);

        assertThat(send(call()).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutTheSettingNoPageIsLetIn() throws Exception {
        start(null);

        assertThat(preflight(CONSOLE).statusCode()).isEqualTo(405);
        assertThat(send(call().header("Origin", CONSOLE)).headers().map())
                .doesNotContainKey("access-control-allow-origin");
    }

    private void start(String originsOrNull) throws Exception {
        String prefix = "client-portal.connectors.";
        int port = freePort();
        Map<String, String> properties = new HashMap<>(Map.of(
                prefix + "realms", "northwind",
                prefix + "keycloak-url", "https://login.example.com",
                prefix + "portal-url", "https://portal.example.com",
                prefix + "client-secret", "secret",
                prefix + "port", Integer.toString(port),
                prefix + "management-port", Integer.toString(freePort())));
        if (originsOrNull != null) properties.put(prefix + "origins", originsOrNull);
        url = "http://127.0.0.1:" + port + "/v1/northwind/me";
        new HttpServer(Settings.read(properties::get, name -> null), new Answers(new ObjectMapper())).bindTo(main);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:/v1/{realm}/me?httpMethodRestrict=GET")
                        .process(exchange -> calls.incrementAndGet())
                        .setBody(constant("done"));
            }
        });
        CountDownLatch started = new CountDownLatch(1);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterStart(BaseMainSupport main) {
                started.countDown();
            }
        });
        Thread running = new Thread(this::run, "connectors");
        running.setDaemon(true);
        running.start();
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private void run() {
        try {
            main.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private HttpRequest.Builder call() {
        return HttpRequest.newBuilder(URI.create(url));
    }

    private HttpResponse<String> preflight(String origin) throws Exception {
        return send(call().method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
