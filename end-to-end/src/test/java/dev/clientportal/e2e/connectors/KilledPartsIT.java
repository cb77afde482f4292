package dev.clientportal.e2e.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.ConnectorsApi;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.stack.LocalStack;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every part dies in the middle of its work, and comes back. The connectors hold the broker, so that it dies with them. How
 * often and how much can be set: {@code -Dconnectors.kills=30 -Dconnectors.calls=2000}.
 */
@ExtendWith(Stack.class)
class KilledPartsIT {
    @RegisterExtension
    static final OwnStack OWN = OwnStack.toBreakWithPortal();

    @RegisterExtension
    static final LandsInPortal LANDS = new LandsInPortal();

    private static final int KILLS = Integer.getInteger("connectors.kills", 3);
    private static final int CALLS = Integer.getInteger("connectors.calls", 60);
    private static final int CALLERS = 6;
    private static final int COMPANIES = 10;

    private final ConnectorsApi api = ConnectorsApi.automation();
    private final Map<Integer, Map<String, Object>> accepted = new ConcurrentHashMap<>();
    private final Map<Integer, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    /** What the import brings, by the number that its addresses and ids have. */
    private final Map<Integer, Map<String, Object>> imported = new TreeMap<>();

    @Test
    @Tag("D4")
    @Tag("D5")
    void whatWasAcceptedIsThereExactlyOnceWhateverDies() throws Exception {
        JsonNode file = Imports.planned(file());
        Portal.ok(Imports.commit(file));
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<?>> running = IntStream.range(0, CALLERS)
                    .<Future<?>>mapToObj(i -> callers.submit(this::callUntilAllAreAccepted))
                    .toList();
            Random random = new Random(KILLS);
            for (int kill = 0; kill < KILLS; kill++) {
                int seen = accepted.size();
                int atLeast = Math.min(CALLS - 1, seen + 1 + random.nextInt(Math.max(1, CALLS / KILLS)));
                patiently().atMost(Duration.ofMinutes(3)).until(() -> accepted.size() >= atLeast);
                killAndBringBack(kill);
            }
            for (Future<?> caller : running) caller.get();
        } finally {
            callers.shutdownNow();
        }

        assertThat(accepted).hasSize(CALLS);
        patiently().atMost(Duration.ofMinutes(5)).until(() -> answers.values().stream()
                .allMatch(answer -> Calls.job(answer).has("finishedAt")));
        List<String> addresses = new ArrayList<>();
        accepted.forEach((number, project) -> {
            assertThat(Calls.job(answers.get(number)).path("done").asInt())
                    .as("done of %s", answers.get(number))
                    .isEqualTo(1);
            assertThat(Calls.inPortal(project)).as("projects of %s", project).hasSize(1);
            addresses.add(address(number));
        });
        JsonNode done = Imports.rested(file);
        assertThat(done.at("/job/done").asInt()).as(done.toString()).isEqualTo(imported.size());
        imported.forEach((number, project) -> {
            assertThat(Calls.inPortal(project)).as("projects of %s", project).hasSize(1);
            addresses.add(address(number));
        });
        assertEachWasInvitedOnce(addresses);
        assertThat(Portal.ok(api.get("/dead-letters")).json().path("items")).isEmpty();
    }

    /** A thread of the mail server ends with an exception when Keycloak dies while it is sending; that is none of ours. */
    private static ConditionFactory patiently() {
        return Awaitility.await().dontCatchUncaughtExceptions();
    }

    /** Its projects are of the same companies. */
    private String file() {
        StringBuilder file = new StringBuilder(Imports.HEADER);
        for (int number = CALLS; number < 2 * CALLS; number++) {
            imported.put(number, project(number));
            file.append("killed-company-%d,Killed %d,killed-%d,Annual report,%s,Liis,Lind,Send the bank statements%n"
                    .formatted(number % COMPANIES, number % COMPANIES, number, address(number)));
        }
        return file.toString();
    }

    private static void killAndBringBack(int kill) {
        LocalStack stack = Stack.local();
        switch (kill % 3) {
            case 0 -> {
                stack.killConnectors();
                stack.restartConnectors();
            }
            case 1 -> {
                stack.killPortal();
                stack.restartPortal();
            }
            default -> {
                stack.kill();
                stack.restart();
            }
        }
    }

    @Test
    @Tag("D5")
    void connectorsThatAreStoppedWhileKeycloakIsAwayStopAtOnceAndDoItWhenBothAreBack() throws Exception {
        List<Map<String, Object>> projects = IntStream.range(0, 20)
                .mapToObj(i -> Calls.project(Calls.newAddress()))
                .toList();
        Answer answer = Portal.ok(api.post("/projects/bulk", Map.of("projects", projects)));
        Stack.local().kill();

        Stack.local().restartConnectors();

        assertThat(Files.readString(Stack.local().connectorsLog())).contains("shutdown in");
        Stack.local().restart();
        patiently().atMost(Duration.ofMinutes(2)).until(() -> Calls.job(answer).has("finishedAt"));
        assertThat(Calls.job(answer).path("done").asInt()).isEqualTo(20);
        assertThat(projects)
                .allSatisfy(project -> assertThat(Calls.inPortal(project)).hasSize(1));
    }

    /** A caller that does what the guide says: the same call again until there is an answer. */
    private void callUntilAllAreAccepted() {
        for (int number = next.getAndIncrement(); number < CALLS; number = next.getAndIncrement()) {
            Map<String, Object> project = project(number);
            int own = number;
            patiently()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(300))
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> isAccepted(own, project));
        }
    }

    private boolean isAccepted(int number, Map<String, Object> project) {
        try {
            Answer answer = api.post("/projects", project);
            if (answer.status() == 503 || answer.status() == 409) return false;
            assertThat(answer.status()).as(answer.toString()).isIn(201, 202);
            answers.put(number, answer);
            accepted.put(number, project);
            return true;
        } catch (UncheckedIOException brokenOff) {
            return false;
        }
    }

    private static Map<String, Object> project(int number) {
        Map<String, Object> project = Calls.with(Calls.project(address(number)), "externalId", "killed-" + number);
        int company = number % COMPANIES;
        return Calls.with(
                project, "company", Map.of("externalId", "killed-company-" + company, "name", "Killed " + company));
    }

    private static String address(int number) {
        return "killed." + number + "@fjord.example";
    }

    /** Twice at most for a mail that was on its way when Keycloak died, and then its ledger has the later one. */
    private void assertEachWasInvitedOnce(List<String> addresses) {
        Map<String, Integer> mails = new ConcurrentHashMap<>();
        patiently().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            mails.clear();
            addresses.forEach(address -> mails.put(
                    address, Stack.local().mailServer().receivedBy(address).size()));
            assertThat(Collections.min(mails.values())).isEqualTo(1);
        });
        long twice = mails.values().stream().filter(count -> count == 2).count();
        assertThat(Collections.max(mails.values())).isLessThanOrEqualTo(2);
        assertThat(twice).as("mails that were sent twice").isLessThanOrEqualTo(KILLS);
        answers.forEach((number, answer) -> {
            JsonNode results = Portal.ok(
                            api.get("/jobs/" + Calls.job(answer).path("id").asText() + "/results"))
                    .json();
            JsonNode result = results.at("/items/0/result");
            assertThat(Facts.ledger(new Contact(
                            result.at("/contacts/0/id").asText(),
                            address(number),
                            result.at("/company/id").asText())))
                    .as("invitations of %s", address(number))
                    .hasSize(1);
        });
    }
}
