package dev.clientportal.connectors.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clientportal.connectors.keycloak.KeycloakAdmin;
import dev.clientportal.connectors.keycloak.Realms;
import dev.clientportal.connectors.upstream.Trace;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keycloak's side of the mails: leases them, and is told what became of them. */
public final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final String PATH = "/deliveries";
    private static final String NOT_FOUND = "NOT_FOUND";
    private static final int LEASE_SECONDS = 300;
    private static final int MOST = 50;
    /** How long a batch should last when mails are held back: well within its lease. */
    private static final int BATCH_SECONDS = 60;

    private final KeycloakAdmin keycloak;
    private final Realms realms;
    private final ObjectMapper json;
    private final Tracer tracer;
    private final int max;

    Deliveries(
            KeycloakAdmin keycloak,
            Realms realms,
            ObjectMapper json,
            Tracer tracer,
            int mailsPerSecond,
            int connections) {
        this.keycloak = keycloak;
        this.realms = realms;
        this.json = json;
        this.tracer = tracer;
        this.max = (int) Math.max(1, Math.min(MOST, (long) mailsPerSecond * BATCH_SECONDS / connections));
    }

    /** What is due in the realm, made ready, with a trace of its own. */
    public Batch lease(String realm) throws JsonProcessingException {
        Span span = tracer.spanBuilder("send mails").setNoParent().startSpan();
        Trace.goOn(Trace.traceparent(span.getSpanContext()));
        JsonNode lease = Trace.unrecorded(
                () -> keycloak.post(realm, PATH + "/leases", Map.of("max", max, "seconds", LEASE_SECONDS)));
        List<LeasedMail> mails = List.of(json.treeToValue(lease.path("mails"), LeasedMail[].class));
        span.setAttribute("messaging.batch.message_count", mails.size());
        return new Batch(
                realm, lease.path("lease").asText(), mails, lease.path("more").asBoolean(), span);
    }

    /** Outcomes of one lease. Told twice, they are written once. */
    public void report(List<Outcome> outcomes, Exchange exchange) {
        Batch batch = outcomes.get(0).batch();
        JsonNode told =
                keycloak.post(batch.realm(), PATH + "/outcomes", Map.of("lease", batch.lease(), "outcomes", outcomes));
        told.path("outcomes").forEach(each -> {
            if (!each.path("result").asText().equals("RECORDED")) {
                LOG.warn(
                        "What became of mail {} was not written down: {}",
                        each.path("mail").asText(),
                        each.path("result").asText());
            }
        });
        exchange.getMessage().setBody(null);
    }

    /** A mail that came back, told to whichever realm it is of. */
    public void bounce(Bounce bounce) {
        for (String realm : realms.names()) {
            String result = keycloak.post(realm, PATH + "/bounces", Map.of("bounces", List.of(bounce)))
                    .path("bounces")
                    .path(0)
                    .path("result")
                    .asText();
            if (!result.equals(NOT_FOUND)) {
                LOG.info("A mail of {} came back with {}: {}", realm, bounce.status(), result);
                return;
            }
        }
        LOG.info("A mail that is none of ours came back with {}", bounce.status());
    }
}
