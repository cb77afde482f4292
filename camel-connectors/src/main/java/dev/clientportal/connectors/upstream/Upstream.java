package dev.clientportal.connectors.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls Keycloak and the portal app. What goes wrong is either {@link Away} or {@link Refused}. */
public final class Upstream {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final ObjectMapper json;
    private final Tracer tracer;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param tracer of the spans that each call gets within a trace */
    public Upstream(ObjectMapper json, Tracer tracer) {
        this.json = json;
        this.tracer = tracer;
    }

    /** An answer of any status, with its JSON body; missing where it has none. */
    public record Reply(int status, JsonNode body, long retryAfter) {}

    public HttpRequest.Builder to(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER);
    }

    public HttpRequest.Builder json(String url, String method, Object body) {
        try {
            return to(url).header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** @throws Away when nobody answers */
    public Reply send(HttpRequest.Builder request) {
        request.setHeader("Accept", "application/json, application/problem+json");
        Span span = span(request.build());
        String traceparent = Trace.traceparent(span.getSpanContext());
        if (traceparent != null) request.setHeader(Trace.HEADER, traceparent);
        try {
            return send(request.build(), span);
        } catch (Away away) {
            span.setStatus(StatusCode.ERROR);
            throw away;
        } finally {
            span.end();
        }
    }

    /** None where the trace is not recorded. Paths hold ids alone; what stands in a query may be somebody's address. */
    private Span span(HttpRequest request) {
        Context trace = Trace.context();
        Span parent = Span.fromContext(trace);
        if (!parent.getSpanContext().isSampled()) return parent;
        return tracer.spanBuilder(request.method())
                .setParent(trace)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("http.request.method", request.method())
                .setAttribute("server.address", request.uri().getHost())
                .setAttribute("server.port", request.uri().getPort())
                .setAttribute("url.path", request.uri().getPath())
                .startSpan();
    }

    private Reply send(HttpRequest built, Span span) {
        try {
            HttpResponse<byte[]> response = http.send(built, BodyHandlers.ofByteArray());
            span.setAttribute("http.response.status_code", response.statusCode());
            if (response.statusCode() >= 400) span.setStatus(StatusCode.ERROR);
            return new Reply(response.statusCode(), body(response), retryAfter(response));
        } catch (IOException e) {
            throw Away.unreachable(built.uri().getHost() + ":" + built.uri().getPort());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Away.unreachable("interrupted");
        }
    }

    private JsonNode body(HttpResponse<byte[]> response) throws IOException {
        boolean isJson = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        return isJson && response.body().length > 0 ? json.readTree(response.body()) : json.missingNode();
    }

    private static long retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    /**
     * The body of a good answer.
     *
     * @throws Away when it could be another answer later; {@link Busy} when it was said how much later
     * @throws Refused when it would be the same again
     */
    public static JsonNode good(String who, Reply reply) {
        int status = reply.status();
        if (status < 300) return reply.body();
        String detail = reply.body().path("detail").asText(who + " answered " + status + ".");
        if (status == 429 && reply.retryAfter() > 0) throw new Busy(who + ": " + detail, reply.retryAfter());
        if (status == 429 || status == 408 || (status >= 502 && status <= 504)) {
            throw new Away(who + ": " + detail, reply.retryAfter(), true);
        }
        if (status >= 500) throw new Away(who + ": " + detail, 0, false);
        if (status == 401 || status == 403) throw new NotGranted(who + ": " + detail);
        throw new Refused(reply.body().path("type").asText("urn:client-portal:problem:refused"), detail);
    }
}
