package dev.clientportal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.ConnectorsApi;
import dev.clientportal.e2e.Portal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How long a webhook takes to accept a project, beside a call to the same server that authenticates and does nothing. The
 * connectors have to answer without waiting for the project ({@code waiting=0}).
 */
final class AcceptanceCost {
    private static final int WARM_UP = 50;
    private static final int TIMES = 150;

    private final ConnectorsApi api = ConnectorsApi.automation();

    void print() throws InterruptedException {
        Figures nothing = new Figures();
        Figures one = new Figures();
        Figures bulk = new Figures();
        for (int i = 0; i < WARM_UP + TIMES; i++) {
            boolean counts = i >= WARM_UP;
            time(nothing, counts, () -> api.get("/me"), 200);
            finished(time(one, counts, () -> api.post("/projects", project()), 202));
            time(nothing, counts, () -> api.get("/me"), 200);
            finished(time(bulk, counts, () -> api.post("/projects/bulk", Map.of("projects", List.of(project()))), 202));
        }
        System.out.println("A call that does nothing, ms: " + nothing);
        print("One project", one, nothing);
        print("A list of one project", bulk, nothing);
    }

    private static void print(String name, Figures accepted, Figures nothing) {
        System.out.printf(
                "%s accepted, ms: %s; ratio of the medians %.2f, of the 95th percentiles %.2f%n",
                name, accepted, accepted.median() / nothing.median(), accepted.at(0.95) / nothing.at(0.95));
    }

    private interface Call {
        Answer send();
    }

    private static Answer time(Figures figures, boolean counts, Call call, int status) {
        long start = System.nanoTime();
        Answer answer = call.send();
        double took = (System.nanoTime() - start) / 1e6;
        if (answer.status() != status) throw new IllegalStateException(answer.toString());
        if (counts) figures.add(took);
        return answer;
    }

    /** What the project itself costs is not in the next figure. */
    private void finished(Answer accepted) throws InterruptedException {
        String job = "/jobs/" + accepted.header("Location").replaceAll(".*/", "");
        JsonNode now = accepted.json();
        while (!now.path("state").asText().equals("done")) {
            Thread.sleep(20);
            now = Portal.ok(api.get(job)).json();
        }
        if (now.path("done").asInt() != 1) throw new IllegalStateException(now.toString());
    }

    private static Map<String, Object> project() {
        String id = UUID.randomUUID().toString();
        return Map.of(
                "externalId",
                "project-" + id,
                "name",
                "Annual report",
                "invite",
                false,
                "notify",
                false,
                "company",
                Map.of("externalId", "company-" + id, "name", "Fjord Foods " + id),
                "contacts",
                List.of(Map.of("email", "liis." + id + "@fjord.example", "firstName", "Liis", "lastName", "Lind")),
                "tasks",
                List.of(Map.of("title", "Send the bank statements", "kind", "UPLOAD")));
    }
}
