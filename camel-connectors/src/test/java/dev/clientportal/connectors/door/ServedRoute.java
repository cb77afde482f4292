package dev.clientportal.connectors.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clientportal.connectors.settings.Settings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** The connectors' HTTP server with one route, a GET, that is a test's. */
final class ServedRoute implements AutoCloseable {
    private final Main main = new Main();
    private final String url;

    /** @param settings beside those that are needed, without their prefix */
    ServedRoute(Map<String, String> settings, Processor route) throws Exception {
        int port = freePort();
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(Map.of(
                "realms", "northwind",
                "keycloak-url", "https://login.example.com",
                "portal-url", "https://portal.example.com",
                "client-secret", "secret",
                "port", Integer.toString(port),
                "management-port", Integer.toString(freePort())));
        url = "http://127.0.0.1:" + port + "/v1/northwind/me";
        new HttpServer(
                        Settings.read(name -> all.get(name.replace("client-portal.connectors.", "")), name -> null),
                        new Answers(new ObjectMapper()))
                .bindTo(main);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:/v1/{realm}/me?httpMethodRestrict=GET")
                        .process(route)
                        .setBody(constant("done"));
            }
        });
        start();
    }

    private void start() throws InterruptedException {
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
        if (!started.await(30, TimeUnit.SECONDS)) throw new IllegalStateException("It does not start");
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

    HttpRequest.Builder call(String query) {
        return HttpRequest.newBuilder(URI.create(url + query));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        main.stop();
    }
}
