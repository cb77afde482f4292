package dev.clientportal.e2e.connectors;

import static dev.clientportal.e2e.ConnectorsReplica.set;
import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.ConnectorsApi;
import dev.clientportal.e2e.ConnectorsReplica;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Gate;
import dev.clientportal.e2e.Gate.Call;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.SharedBroker;
import dev.clientportal.e2e.SpanReceiver;
import dev.clientportal.e2e.SpanReceiver.Received;
import dev.clientportal.e2e.Stack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Connectors with one consumer, which tell what they do, and a way to Keycloak and the portal on which calls are held. */
@ExtendWith({Stack.class, LandsInPortal.class})
class HeldBackIT {
    private static final Path IMPORTS =
            Path.of("target", "traced-" + UUID.randomUUID()).toAbsolutePath();

    private static SharedBroker broker;
    private static Gate keycloak;
    private static Gate portal;
    private static SpanReceiver spans;
    private static ConnectorsReplica replica;

    @BeforeAll
    static void start() throws Exception {
        // It gives up what it delivered once.
        broker = new SharedBroker(1);
        keycloak = new Gate(Stack.local().baseUrl());
        portal = new Gate(Stack.local().portalUrl());
        spans = new SpanReceiver();
        replica = startReplica();
    }

    private static ConnectorsReplica startReplica() {
        return new ConnectorsReplica(
                        "held",
                        List.of(
                                set("keycloak-url", keycloak.url()),
                                set("portal-internal-url", portal.url()),
                                set("broker-url", broker.url()),
                                set("otlp-endpoint", spans.url()),
                                "-Dotel.bsp.schedule.delay=100",
                                set("imports", IMPORTS.toString()),
                                set("consumers", "1"),
                                set("answer-within", "500ms")))
                .ready();
    }

    @AfterEach
    void letGo() {
        keycloak.open();
        portal.open();
    }

    @AfterAll
    static void end() throws Exception {
        replica.close();
        keycloak.close();
        portal.close();
        spans.close();
        broker.close();
    }

    private static ConnectorsApi api() {
        return ConnectorsApi.automation(replica.url());
    }

    @Test
    @Tag("D4")
    void sameCallWhileTheFirstIsStillWorkedOnIsToldSoAndGetsItsAnswerLater() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> project = Calls.project();
        portal.hold(call -> call.posts("/projects", name(project)));
        Answer first = api().post("/projects", key, project);
        assertThat(first.status()).as(first.toString()).isEqualTo(202);

        Answer second = api().post("/projects", key, project);

        assertProblem(second, 409, "still-running");
        assertThat(second.header("Retry-After")).isEqualTo("1");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        portal.open();
        await().until(() -> api().post("/projects", key, project).status() == 201);
        assertThat(Calls.inPortal(project)).hasSize(1);
    }

    @Test
    @Tag("D5")
    @Tag("S8")
    void companyThatHasToWaitForInvitationsHoldsNoOtherAndKeepsItsOrder() {
        String email = Calls.newAddress();
        String nextEmail = Calls.newAddress();
        Map<String, Object> first = Calls.project(email);
        Map<String, Object> next = Calls.with(Calls.project(nextEmail), "company", first.get("company"));
        Map<String, Object> other = Calls.project();
        keycloak.refuse(call -> call.posts("/invitations", ""), 2);

        Answer bulk = Portal.ok(api().post("/projects/bulk", Map.of("projects", List.of(first, next, other))));

        await().atMost(Duration.ofSeconds(20)).until(() -> state(bulk, 2).equals("done"));
        assertThat(state(bulk, 0)).isEqualTo("waiting");
        assertThat(state(bulk, 1)).isEqualTo("waiting");
        assertThat(Calls.inPortal(next)).isEmpty();
        keycloak.open();
        await().atMost(Duration.ofSeconds(30)).until(() -> state(bulk, 1).equals("done"));
        assertThat(state(bulk, 0)).isEqualTo("done");
        List<Call> begun = keycloak.seen(call -> call.posts("/contacts/bulk", ""));
        assertThat(begun).filteredOn(call -> call.body().contains(email)).hasSizeGreaterThan(1);
        assertThat(begun.subList(1 + lastWith(begun, email), begun.size()))
                .filteredOn(call -> call.body().contains(nextEmail))
                .as("all of what was done for the next")
                .hasSize((int) begun.stream()
                        .filter(call -> call.body().contains(nextEmail))
                        .count());
    }

    private static int lastWith(List<Call> calls, String email) {
        int last = calls.size() - 1;
        while (!calls.get(last).body().contains(email)) last--;
        return last;
    }

    @Test
    @Tag("D5")
    void workOverWhichTheProcessDiesIsSetAsideWhenTheBrokerGivesItUp() {
        Map<String, Object> project = Calls.project();
        portal.hold(call -> call.posts("/projects", name(project)));
        Answer accepted = api().post("/projects", project);
        await().until(() ->
                !portal.seen(call -> call.posts("/projects", name(project))).isEmpty());

        replica.kill();
        replica = startReplica();

        await().atMost(Duration.ofSeconds(30)).until(() -> state(accepted, 0).equals("set_aside"));
        JsonNode letters = Portal.ok(api().get("/dead-letters")).json().path("items");
        assertThat(Facts.list(letters)).singleElement().satisfies(letter -> {
            assertThat(letter.path("job").asText())
                    .isEqualTo(accepted.header("Location").replaceAll(".*/", ""));
            assertThat(letter.path("reason").asText()).contains("begun too often");
        });
        portal.open();
        String letter = letters.path(0).path("id").asText();
        assertThat(api().post("/dead-letters/" + letter + "/replay", Map.of()).status())
                .isEqualTo(202);
        await().atMost(Duration.ofSeconds(20)).until(() -> state(accepted, 0).equals("done"));
    }

    @Test
    @Tag("S15")
    void callAndWhatIsDoneBehindTheQueueAreSpansOfTheCallersTraceWithoutAnybodysAddress() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        String caller = "00-" + trace + "-00f067aa0ba902b7-01";
        String email = Calls.newAddress();
        Map<String, Object> project = Calls.project(email);

        Answer made = Portal.ok(api().send(api().json("/projects", project).header("traceparent", caller)));
        await().atMost(Duration.ofSeconds(20)).until(() -> state(made, 0).equals("done"));
        Portal.ok(api().send(api().request("/companies?search=" + email).header("traceparent", caller)));
        JsonNode problem =
                assertProblem(api().send(api().json("/projects", "{}").header("traceparent", caller)), 400, "invalid");

        assertThat(problem.path("traceId").asText()).isEqualTo(trace);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertLinked(trace, "00f067aa0ba902b7"));
        assertThat(spans.all().toString()).doesNotContain(email);
        assertThat(spans.all()).noneMatch(span -> span.name().contains("timer"));
    }

    @Test
    @Tag("D2")
    @Tag("S15")
    void fileFromAWatchedFolderBeginsATraceToWhichAllWorkOnItBelongs() throws Exception {
        String email = Calls.newAddress();
        String id = UUID.randomUUID().toString();
        String name = "Mari Maasikas " + id + ".csv";
        Path written = Files.writeString(
                IMPORTS.resolve(name),
                Imports.HEADER + "%1$s,Traced,%1$s,Annual report,%2$s,,,Sign%n".formatted(id, email));

        Files.move(written, IMPORTS.resolve("northwind/inbox").resolve(name));

        Path done = IMPORTS.resolve("northwind/done").resolve(name);
        await().atMost(Duration.ofSeconds(40)).until(() -> Files.exists(done));
        String trace =
                portal.seen(call -> call.posts("/projects", id)).get(0).trace().split("-")[1];
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertTaken(trace));
        assertThat(spans.all().toString()).doesNotContain(email, "Maasikas");
    }

    private static void assertTaken(String trace) {
        List<Received> told = spans.of(trace);
        Received taken = one(told, span -> span.name().equals("file"));
        Received work = one(told, span -> span.name().endsWith("client-portal.create-project"));
        assertThat(taken.parent()).isEmpty();
        assertThat(work.parent()).isEqualTo(taken.id());
        assertThat(told)
                .as("the plan")
                .anyMatch(span -> span.isCall() && span.parent().equals(taken.id()));
        assertThat(told)
                .filteredOn(span -> span.isCall() && span.parent().equals(work.id()))
                .extracting(span -> span.attribute("url.path").replaceAll(".*/", ""))
                .contains("companies", "bulk", "projects", "invitations");
    }

    private static void assertLinked(String trace, String caller) {
        List<Received> told = spans.of(trace);
        Received work = one(told, span -> span.name().endsWith("client-portal.create-project"));
        Received webhook = one(told, span -> span.id().equals(work.parent()));
        assertThat(webhook.parent()).isEqualTo(caller);
        assertThat(webhook.attribute("url.path")).contains("/projects");
        assertThat(told)
                .filteredOn(span -> span.isCall() && span.parent().equals(work.id()))
                .extracting(span -> span.attribute("url.path").replaceAll(".*/", ""))
                .contains("companies", "bulk", "projects", "invitations");
        List<String> sent = told.stream()
                .filter(Received::isCall)
                .map(span -> "00-" + trace + "-" + span.id() + "-01")
                .toList();
        assertThat(Stream.of(keycloak, portal)
                        .flatMap(gate ->
                                gate
                                        .seen(call -> call.trace() != null
                                                && call.trace().contains(trace))
                                        .stream()))
                .extracting(Call::trace)
                .containsExactlyInAnyOrderElementsOf(sent);
    }

    private static Received one(List<Received> spans, Predicate<Received> which) {
        List<Received> found = spans.stream().filter(which).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String state(Answer accepted, int index) {
        String job = accepted.header("Location").replaceAll(".*/", "");
        return Portal.ok(api().get("/jobs/" + job + "/results"))
                .json()
                .at("/items/" + index + "/state")
                .asText();
    }

    private static String name(Map<String, Object> project) {
        return project.get("externalId").toString();
    }
}
