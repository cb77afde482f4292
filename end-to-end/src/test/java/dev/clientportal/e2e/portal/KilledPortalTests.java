package dev.clientportal.e2e.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Stack;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The portal application dies while it makes projects. What it left is up to the database, so this runs on each one. */
abstract class KilledPortalTests {
    private static final int CALLERS = 4;
    private static final int TASKS = 500;
    /** How many projects are there for certain before the end. */
    private static final int ANSWERED = 6;

    private final PortalApi api = PortalApi.automation();
    private final String company = Portal.newCompany();
    /** The project's id, or an empty text for a call that broke off, by external id. */
    private final Map<String, String> sent = new ConcurrentHashMap<>();

    @Test
    @Tag("D4")
    void projectsOfAKilledServerAreWholeOrNotThereAndAskedForAgainEachIsThereOnce() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<?>> running = IntStream.range(0, CALLERS)
                    .<Future<?>>mapToObj(i -> callers.submit(this::makeProjectsUntilOneBreaksOff))
                    .toList();
            await().atMost(Duration.ofMinutes(2)).until(() -> answered().size() >= ANSWERED);

            Stack.local().killPortal();

            for (Future<?> caller : running) caller.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            callers.shutdownNow();
        }
        Set<String> brokenOff = new HashSet<>(sent.keySet());
        brokenOff.removeAll(answered().keySet());
        assertThat(brokenOff).as("calls in the middle of which it died").isNotEmpty();

        Stack.local().restartPortal();

        Map<String, JsonNode> found = new ConcurrentHashMap<>();
        for (String externalId : sent.keySet()) {
            List<JsonNode> projects = byExternalId(externalId);
            assertThat(projects).hasSizeLessThanOrEqualTo(1).allSatisfy(this::assertWhole);
            projects.forEach(project -> found.put(externalId, project));
        }
        assertThat(found)
                .as("what it had answered for")
                .containsKeys(answered().keySet().toArray(String[]::new));
        assertThat(ofCompany()).containsExactlyInAnyOrderElementsOf(found.values());

        for (String externalId : sent.keySet()) {
            Answer again = make(externalId);
            assertThat(again.status()).as(again.toString()).isEqualTo(found.containsKey(externalId) ? 200 : 201);
            assertWhole(again.json());
            assertThat(byExternalId(externalId)).containsExactly(again.json());
            if (found.containsKey(externalId)) assertThat(again.json()).isEqualTo(found.get(externalId));
        }
        assertThat(ofCompany()).hasSameSizeAs(sent.keySet());
        assertNothingElse(company, sent.size(), TASKS);
    }

    /** In the database itself, where a test can look there. */
    void assertNothingElse(String company, int projects, int tasksOfEach) {}

    private void makeProjectsUntilOneBreaksOff() {
        while (true) {
            String externalId = UUID.randomUUID().toString();
            try {
                Answer answer = make(externalId);
                assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
                sent.put(externalId, answer.json().path("id").asText());
            } catch (UncheckedIOException gone) {
                // Nobody there any more: then there was no call.
                if (!(gone.getCause() instanceof ConnectException)) sent.put(externalId, "");
                return;
            }
        }
    }

    private Map<String, String> answered() {
        Map<String, String> answered = new ConcurrentHashMap<>(sent);
        answered.values().removeIf(String::isEmpty);
        return answered;
    }

    private Answer make(String externalId) {
        List<Map<String, String>> tasks = IntStream.range(0, TASKS)
                .mapToObj(i -> Map.of("title", "Task " + i))
                .toList();
        return api.post(
                "/projects",
                Map.of(
                        "externalId", externalId,
                        "company", company,
                        "name", "Large",
                        "tasks", tasks,
                        "notify", false));
    }

    private List<JsonNode> byExternalId(String externalId) {
        return Facts.list(
                Portal.ok(api.get("/projects?externalId=" + externalId)).json().path("items"));
    }

    private List<JsonNode> ofCompany() {
        return all("/projects?company=" + company + "&max=100");
    }

    private void assertWhole(JsonNode project) {
        assertThat(project.path("tasks").asInt()).as(project.toString()).isEqualTo(TASKS);
        assertThat(all("/projects/" + project.path("id").asText() + "/tasks?max=100"))
                .extracting(task -> task.path("title").asText())
                .containsExactlyElementsOf(
                        IntStream.range(0, TASKS).mapToObj(i -> "Task " + i).toList());
    }

    private List<JsonNode> all(String list) {
        List<JsonNode> items = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = Portal.ok(api.get(list + after)).json();
            page.path("items").forEach(items::add);
            after = page.has("next") ? "&after=" + page.path("next").asText() : "";
        } while (!after.isEmpty());
        return items;
    }
}
