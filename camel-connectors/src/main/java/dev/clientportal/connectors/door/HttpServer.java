package dev.clientportal.connectors.door;

import dev.clientportal.connectors.settings.Settings;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.HttpEndpointModel;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpEngine;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** The two HTTP servers: one for callers, one for health and metrics. */
public final class HttpServer {
    /** Beside those that wait for their job. */
    private static final int OTHER_THREADS = 32;

    private static final int LAST = Integer.MAX_VALUE - 1;

    private final Settings settings;
    private final Answers answers;

    public HttpServer(Settings settings, Answers answers) {
        this.settings = settings;
        this.answers = answers;
    }

    public void bindTo(Main main) {
        int port = settings.get(Settings.PORT);
        main.setOverrideProperties(properties(port));
        main.bind(
                "vertx-options", new VertxOptions().setWorkerPoolSize(settings.get(Settings.WAITING) + OTHER_THREADS));
        // Camel 4.17.0 looks for the router of port 8080 otherwise, when the management server is on as well.
        main.bind("platform-http-engine", new VertxPlatformHttpEngine() {
            @Override
            public int getServerPort() {
                return port;
            }
        });
        PlatformHttpComponent component = new PlatformHttpComponent();
        component.setHeaderFilterStrategy(new AllowedHeaders());
        main.bind("platform-http", component);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterStart(BaseMainSupport started) {
                Router router =
                        VertxPlatformHttpRouter.lookup(started.getCamelContext(), "platform-http-router-" + port);
                if (settings.has(Settings.ORIGINS)) Origins.allow(router, settings.get(Settings.ORIGINS));
                refuseInOurWords(started.getCamelContext(), router);
            }
        });
    }

    private Properties properties(int port) {
        Properties properties = new Properties();
        properties.setProperty("camel.main.name", "client-portal-connectors");
        properties.setProperty("camel.main.shutdownTimeout", "30");
        properties.setProperty("camel.main.basePackageScanEnabled", "false");
        properties.setProperty("camel.main.autoConfigurationLogSummary", "false");
        properties.setProperty("camel.main.autoConfigurationEnvironmentVariablesEnabled", "false");
        properties.setProperty("camel.main.autoConfigurationSystemPropertiesEnabled", "false");
        properties.setProperty("camel.main.streamCachingSpoolEnabled", "true");
        properties.setProperty("camel.server.enabled", "true");
        properties.setProperty("camel.server.host", settings.get(Settings.HOST));
        properties.setProperty("camel.server.port", Integer.toString(port));
        properties.setProperty("camel.management.enabled", "true");
        properties.setProperty("camel.management.host", settings.get(Settings.HOST));
        properties.setProperty("camel.management.port", Integer.toString(settings.get(Settings.MANAGEMENT_PORT)));
        properties.setProperty("camel.management.healthCheckEnabled", "true");
        properties.setProperty("camel.management.metricsEnabled", "true");
        properties.setProperty("camel.metrics.enabled", "true");
        return properties;
    }

    /** What the HTTP server refuses before a route has it: unknown paths, other methods. */
    private void refuseInOurWords(CamelContext context, Router router) {
        router.route().order(-1).failureHandler(failed -> refuse(failed, failed.statusCode()));
        methods(context)
                .forEach((path, methods) -> router.route(path).order(LAST - 1).handler(unmatched -> {
                    unmatched.response().putHeader("Allow", methods);
                    refuse(unmatched, 405);
                }));
        router.route().order(LAST).handler(unmatched -> refuse(unmatched, 404));
    }

    /** By path as Vert.x writes it. */
    private static Map<String, String> methods(CamelContext context) {
        Map<String, String> methods = new HashMap<>();
        for (HttpEndpointModel called : context.getComponent("platform-http", PlatformHttpComponent.class)
                .getHttpEndpoints()) {
            methods.merge(
                    called.getUri().replaceAll("\\{([^/}]+)}", ":$1"),
                    called.getVerbs(),
                    (one, other) -> one + ", " + other);
        }
        return methods;
    }

    private void refuse(RoutingContext refused, int status) {
        refused.response()
                .setStatusCode(Problem.of(status).status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(answers.document(status)));
        UnreadBody.discard(refused.request());
    }
}
