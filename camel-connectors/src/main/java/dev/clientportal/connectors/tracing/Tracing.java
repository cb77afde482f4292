package dev.clientportal.connectors.tracing;

import dev.clientportal.connectors.settings.Settings;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Map;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;

/**
 * Spans of the calls that come in, of watched folders, of the work on the queue, of mails, and of the calls to Keycloak and
 * the portal app, sent over OTLP.
 * Off unless an address is given; everything else is set by OpenTelemetry's own variables.
 */
public final class Tracing implements AutoCloseable {
    private static final String NAME = "client-portal-connectors";
    private static final String ENDPOINT = "otel.exporter.otlp.endpoint";

    /**
     * Looks that are made each second, and what follows them, would be traces of their own that nobody asked for. Mails have
     * spans of ours, where there are some to send.
     */
    private static final String NOT_TRACED = "timer:*,seda:*,direct:*,smtp*";

    private static final Map<String, String> DEFAULTS = Map.of(
            "otel.service.name", NAME,
            "otel.propagators", "tracecontext",
            "otel.traces.exporter", "otlp",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none",
            "otel.exporter.otlp.protocol", "http/protobuf");

    private final OpenTelemetrySdk sdk;

    public Tracing(Settings settings) {
        boolean given = settings.has(Settings.OTLP_ENDPOINT);
        this.sdk = given || isGivenToOpenTelemetry() ? sdk(settings.get(Settings.OTLP_ENDPOINT)) : null;
    }

    private static boolean isGivenToOpenTelemetry() {
        return System.getProperty(ENDPOINT) != null || System.getenv("OTEL_EXPORTER_OTLP_ENDPOINT") != null;
    }

    private static OpenTelemetrySdk sdk(String endpointOrNull) {
        return AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> DEFAULTS)
                .addPropertiesCustomizer(config -> endpointOrNull == null ? Map.of() : Map.of(ENDPOINT, endpointOrNull))
                .addSpanExporterCustomizer((exporter, config) -> new WithoutWords(exporter))
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
    }

    /** For spans of our own; one that does nothing where tracing is off. */
    public Tracer tracer() {
        return (sdk == null ? OpenTelemetry.noop() : sdk).getTracer(NAME);
    }

    /** Has Camel trace its routes. */
    public void bindTo(Main main) {
        if (sdk == null) return;
        main.bind("tracer", tracer());
        main.bind("propagators", sdk.getPropagators());
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport starting) {
                OpenTelemetryTracer routes = new OpenTelemetryTracer();
                routes.setExcludePatterns(NOT_TRACED);
                routes.setCamelContext(starting.getCamelContext());
                routes.init(starting.getCamelContext());
            }
        });
    }

    /** Sends what is left. */
    @Override
    public void close() {
        if (sdk != null) sdk.close();
    }
}
