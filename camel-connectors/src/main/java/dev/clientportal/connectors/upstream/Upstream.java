package dev.clientportal.connectors.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Upstream(ObjectMapper json) {
        this.json = json;
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
        if (Trace.id() != null) request.setHeader(Trace.HEADER, Trace.traceparent());
        HttpRequest built = request.setHeader("Accept", "application/json, application/problem+json")
                .build();
        try {
            HttpResponse<byte[]> response = http.send(built, BodyHandlers.ofByteArray());
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
        if (status == 429 || status == 408 || (status >= 502 && status <= 504)) {
            throw new Away(who + ": " + detail, reply.retryAfter(), true);
        }
        if (status >= 500) throw new Away(who + ": " + detail, 0, false);
        if (status == 401 || status == 403) throw new NotGranted(who + ": " + detail);
        throw new Refused(reply.body().path("type").asText("urn:client-portal:problem:refused"), detail);
    }
}
        if (status == 429 && reply.retryAfter() > 0) throw new Busy(who + ": " + detail, reply.retryAfter());
