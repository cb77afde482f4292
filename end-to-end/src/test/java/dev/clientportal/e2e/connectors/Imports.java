package dev.clientportal.e2e.connectors;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.ConnectorsApi;
import dev.clientportal.e2e.Portal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Sends files, and follows what comes of them. */
final class Imports {
    static final ConnectorsApi API = ConnectorsApi.automation();
    static final String HEADER = "company_id,company_name,project_id,project_name,email,first_name,last_name,task\n";
    private static final Set<String> REST = Set.of("planned", "unreadable", "done", "cancelled");

    private Imports() {}

    static Answer upload(String query, String type, byte[] file) {
        return API.send(
                API.request("/imports" + query).header("Content-Type", type).POST(BodyPublishers.ofByteArray(file)));
    }

    static Answer upload(String text) {
        return upload("", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The import, when it has its plan. */
    static JsonNode planned(String text) {
        return rested(Portal.ok(upload(text)).json());
    }

    static Answer commit(JsonNode planned) {
        return API.post(
                path(planned) + "/commit",
                Map.of("plan", planned.at("/plan/hash").asText()));
    }

    /** Done, with what came of it. */
    static JsonNode done(JsonNode planned) {
        return rested(Portal.ok(commit(planned)).json());
    }

    static JsonNode rested(JsonNode one) {
        return until(one, now -> REST.contains(now.path("state").asText()));
    }

    static JsonNode until(JsonNode one, Predicate<JsonNode> condition) {
        return await("import")
                .atMost(Duration.ofMinutes(6))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> read(one), condition);
    }

    static JsonNode read(JsonNode one) {
        return Portal.ok(API.get(path(one))).json();
    }

    static String errors(JsonNode one) {
        return Portal.ok(API.get(path(one) + "/errors.csv")).body();
    }

    static String path(JsonNode one) {
        return "/imports/" + one.path("id").asText();
    }
}
