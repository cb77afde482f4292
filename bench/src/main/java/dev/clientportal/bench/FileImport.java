package dev.clientportal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.ConnectorsApi;
import dev.clientportal.e2e.Portal;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A CSV file that the connectors import. */
final class FileImport {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Set<String> REST = Set.of("planned", "unreadable", "done", "cancelled");

    private final ConnectorsApi api = ConnectorsApi.automation();
    private final long lookMillis;

    /** @param lookMillis the pause between two questions whether it is done */
    FileImport(long lookMillis) {
        this.lookMillis = lookMillis;
    }

    /** Sends it and waits for its plan. */
    JsonNode plan(Path file) throws InterruptedException {
        try {
            return rested(Portal.ok(api.send(api.request("/imports")
                            .header("Content-Type", "text/csv")
                            .POST(BodyPublishers.ofFile(file))))
                    .json());
        } catch (FileNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Has it done, and waits for the end. */
    JsonNode commit(JsonNode planned) throws InterruptedException {
        return rested(Portal.ok(api.post(
                        path(planned) + "/commit",
                        Map.of("plan", planned.at("/plan/hash").asText())))
                .json());
    }

    private JsonNode rested(JsonNode one) throws InterruptedException {
        long start = System.nanoTime();
        JsonNode now = one;
        while (!REST.contains(now.path("state").asText())) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) throw new IllegalStateException("Not in " + PATIENCE);
            Thread.sleep(lookMillis);
            now = Portal.ok(api.get(path(one))).json();
        }
        return now;
    }

    private static String path(JsonNode one) {
        return "/imports/" + one.path("id").asText();
    }
}
