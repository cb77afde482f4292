package dev.clientportal.e2e.connectors;

import static dev.clientportal.e2e.ConnectorsReplica.set;
import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static dev.clientportal.e2e.ProblemAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.ConnectorsApi;
import dev.clientportal.e2e.ConnectorsReplica;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.SharedBroker;
import dev.clientportal.e2e.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two connectors on one PostgreSQL and one broker. */
class ReplicasIT {
    @Order(1)
    @RegisterExtension
    static final OwnStack STACK = OwnStack.onPostgres();

    @Order(2)
    @RegisterExtension
    static final LandsInPortal LANDS = new LandsInPortal();

    private static final int CALLS = 60;
    /** More than both have consumers: the broker gives companies to consumers by turns, and all of one may come first. */
    private static final int COMPANIES = 30;

    private static final int FILES = 12;
    private static final Path IMPORTS =
            Path.of("target", "watched-" + UUID.randomUUID()).toAbsolutePath();

    private static SharedBroker broker;
    private static List<ConnectorsReplica> replicas;
    private static List<String> options;

    @BeforeAll
    static void start() throws Exception {
        broker = new SharedBroker();
        options = List.of(
                set("database-url", STACK.newDatabase("connectors")),
                set("database-user", OwnStack.POSTGRES),
                set("database-password", OwnStack.POSTGRES),
                set("broker-url", broker.url()),
                set("imports", IMPORTS.toString()));
        replicas = List.of(new ConnectorsReplica("one", options), new ConnectorsReplica("other", options));
        replicas.forEach(ConnectorsReplica::ready);
    }

    @AfterAll
    static void end() throws Exception {
        replicas.forEach(ConnectorsReplica::close);
        broker.close();
    }

    @Test
    @Tag("D4")
    @Tag("D5")
    void callsToBothAreDoneOnceByWhicheverIsThereAndByTheOtherWhenOneIsKilled() throws Exception {
        Map<Integer, Map<String, Object>> projects = new LinkedHashMap<>();
        for (int i = 0; i < CALLS; i++) projects.put(i, project(i));
        List<Future<Answer>> answers = new ArrayList<>();
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            // Each call is made to both at once.
            projects.forEach((number, project) ->
                    replicas.forEach(replica -> answers.add(callers.submit(() -> answered(replica, project)))));
            for (Future<Answer> answer : answers.subList(0, CALLS))
                assertThat(answer.get().status()).isIn(201, 202);
            double atFirst = done(0);
            replicas.get(0).kill();
            for (Future<Answer> answer : answers)
                assertThat(answer.get().status()).isIn(201, 202);

            ConnectorsApi other = ConnectorsApi.automation(replicas.get(1).url());
            projects.values().forEach(project -> {
                Answer answer = await().atMost(Duration.ofMinutes(1))
                        .until(() -> other.post("/projects", project), last -> last.status() == 201);
                assertThat(Calls.inPortal(project)).hasSize(1);
                assertThat(answer.json().at("/project/id").asText())
                        .isEqualTo(Calls.inPortal(project).get(0).path("id").asText());
            });
            assertThat(atFirst).as("done by the one before it was killed").isPositive();
            assertThat(done(1)).as("done by the other").isPositive();
        } finally {
            callers.shutdownNow();
        }
        Map<String, Integer> mails = new LinkedHashMap<>();
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            projects.keySet()
                    .forEach(number -> mails.put(
                            address(number),
                            Stack.local()
                                    .mailServer()
                                    .receivedBy(address(number))
                                    .size()));
            assertThat(Collections.min(mails.values())).isEqualTo(1);
        });
        assertThat(Collections.max(mails.values())).isEqualTo(1);
        assertThat(jobs("project")).hasSize(CALLS);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /jobs/%00",
        "GET,  /jobs/%00/results",
        "POST, /jobs/a%00b/cancel",
        "GET,  /dead-letters/%00",
        "POST, /dead-letters/a%00b/replay",
        "GET,  /imports/%00",
        "POST, /imports/%00/commit",
        "POST, /imports/%00/cancel",
        "GET,  /imports/%00/errors.csv",
        "GET,  /imports/%00/events",
        "POST, /companies/%00/portal",
        "POST, /companies/id:%00/contacts"
    })
    @Tag("S20")
    void idThatNoDatabaseCanKeepIsOfNothing(String method, String path) {
        ConnectorsApi api = ConnectorsApi.automation(replicas.get(1).url());
        String body = "{\"action\":\"activate\",\"plan\":\"x\",\"email\":\"liis@fjord.example\"}";

        assertProblem(api.send(api.json(path, body).method(method, BodyPublishers.ofString(body))), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/jobs?after=%00",
                "/jobs?after=1~%00",
                "/jobs?max=%00",
                "/companies?search=%00",
                "/companies?after=%00&max=5"
            })
    @Tag("S20")
    void parameterThatNoDatabaseCanKeepIsRefused(String path) {
        assertRefused(ConnectorsApi.automation(replicas.get(1).url()).get(path));
    }

    @Test
    @Tag("D2")
    void fileInAFolderThatBothWatchIsImportedOnce() throws Exception {
        Path inbox = IMPORTS.resolve("northwind/inbox");
        // One more, since another test may have killed one.
        try (ConnectorsReplica third = new ConnectorsReplica("watching", options)) {
            third.ready();
            putInto(inbox);

            await().atMost(Duration.ofMinutes(1)).until(() -> count("done") == FILES);
        }

        assertThat(count("inbox") + count("working") + count("failed")).isZero();
        assertThat(jobs("import")).hasSize(FILES);
    }

    private static List<JsonNode> jobs(String kind) {
        JsonNode jobs = Portal.ok(
                        ConnectorsApi.automation(replicas.get(1).url()).get("/jobs?max=1000"))
                .json();
        return Facts.list(jobs.path("items")).stream()
                .filter(job -> job.path("kind").asText().equals(kind))
                .toList();
    }

    private static void putInto(Path inbox) throws IOException {
        for (int i = 0; i < FILES; i++) {
            // Written elsewhere and moved, so that both can see it whole from the first moment.
            Path file = Files.writeString(
                    IMPORTS.resolve("file-" + i),
                    Imports.HEADER + "watched-%1$d,Watched %1$d,watched-%1$d,Annual report,,,,Sign%n".formatted(i));
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
            Files.move(file, inbox.resolve("watched-" + i + ".csv"));
        }
    }

    private static int count(String folder) {
        return IMPORTS.resolve("northwind").resolve(folder).toFile().list().length;
    }

    @Test
    @Tag("S8")
    void callsAreCountedTogetherAndOneTooManyIsToldWhenToComeAgain() {
        List<String> strict = new ArrayList<>(options);
        strict.add(set("calls-per-minute", "1"));
        try (ConnectorsReplica one = new ConnectorsReplica("strict", strict).ready()) {
            // Again where the minute ended between the two.
            Answer refused = await().until(
                            () -> {
                                Portal.ok(
                                        ConnectorsApi.automation(replicas.get(1).url())
                                                .get("/me"));
                                return ConnectorsApi.automation(one.url()).get("/me");
                            },
                            answer -> answer.status() == 429);

            assertProblem(refused, 429, "too-many");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 61);
        }
    }

    /** At the one that was asked for, and at the other when that is gone. */
    private static Answer answered(ConnectorsReplica replica, Map<String, Object> project) {
        ConnectorsApi api = ConnectorsApi.automation(replica.url());
        ConnectorsApi second = ConnectorsApi.automation(replicas.get(1).url());
        return await().pollDelay(Duration.ZERO)
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> {
                            try {
                                return api.post("/projects", project);
                            } catch (UncheckedIOException brokenOff) {
                                return second.post("/projects", project);
                            }
                        },
                        answer -> answer.status() < 300);
    }

    private static double done(int replica) {
        return replicas.get(replica)
                .metrics()
                .lines()
                .filter(line -> line.startsWith("client_portal_projects_total{outcome=\"done\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static Map<String, Object> project(int number) {
        Map<String, Object> project = Calls.with(Calls.project(address(number)), "externalId", "replicated-" + number);
        int company = number % COMPANIES;
        return Calls.with(
                project,
                "company",
                Map.of("externalId", "replicated-company-" + company, "name", "Replicated " + company));
    }

    private static String address(int number) {
        return "replicated." + number + "@fjord.example";
    }
}
