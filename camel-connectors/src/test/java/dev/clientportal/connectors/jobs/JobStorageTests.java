package dev.clientportal.connectors.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.clientportal.connectors.door.CallLimit;
import dev.clientportal.connectors.door.Caller;
import dev.clientportal.connectors.door.MinuteCounts;
import dev.clientportal.connectors.door.Problem;
import dev.clientportal.connectors.door.ProblemException;
import dev.clientportal.connectors.door.Role;
import dev.clientportal.connectors.jobs.Acceptance.Accepted;
import dev.clientportal.connectors.jobs.Job.Kind;
import dev.clientportal.connectors.project.CreateProject;
import dev.clientportal.connectors.project.CreateProject.Company;
import dev.clientportal.connectors.project.ProjectReader;
import dev.clientportal.connectors.storage.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is kept of jobs, on each database. */
abstract class JobStorageTests {
    private final Clock clock = Clock.systemUTC();
    private final ProjectReader reader = new ProjectReader(new ObjectMapper().registerModule(new JavaTimeModule()));
    private final JobStore jobs = new JobStore(database().jdbi(), clock);
    private final CommandStore commands = new CommandStore(database().jdbi(), clock, jobs, reader);
    private final Acceptance acceptance = new Acceptance(database().jdbi(), clock, jobs, commands);
    private final Caller caller =
            new Caller("northwind", "client-" + UUID.randomUUID(), "x", Set.of(Role.CREATE_PROJECTS));

    abstract Database database();

    private static List<CreateProject> projects(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new CreateProject(
                        "p-" + i,
                        "Project " + i,
                        null,
                        null,
                        new Company("c-" + i, null, null),
                        null,
                        null,
                        null,
                        null))
                .toList();
    }

    private Job accept(int count) {
        return acceptance
                .accept(caller, Kind.PROJECTS, null, "hash", projects(count))
                .job();
    }

    private static <T> List<T> together(int count, Callable<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            CyclicBarrier start = new CyclicBarrier(count);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) answers.add(one.get());
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Tag("D4")
    void equalCallsAtOnceAreOneJobWithOneCommand() throws Exception {
        CallKey key = CallKey.of("key-1", null);

        List<Accepted> accepted = together(20, () -> acceptance.accept(caller, Kind.PROJECT, key, "hash", projects(1)));

        assertThat(accepted)
                .extracting(each -> each.job().id())
                .containsOnly(accepted.get(0).job().id());
        assertThat(accepted).filteredOn(Accepted::isNew).hasSize(1);
        assertThat(commands.list(accepted.get(0).job().id(), null, 0, 10)).hasSize(1);
    }

    @Test
    @Tag("D4")
    void keyIsOfOneCallerAndOneBody() {
        CallKey key = CallKey.of("key-2", null);
        Job first = acceptance
                .accept(caller, Kind.PROJECT, key, "hash", projects(1))
                .job();
        Caller other = new Caller("northwind", "other-" + UUID.randomUUID(), "x", Set.of());

        assertThat(acceptance
                        .accept(other, Kind.PROJECT, key, "hash", projects(1))
                        .job()
                        .id())
                .isNotEqualTo(first.id());
        assertThatThrownBy(() -> acceptance.accept(caller, Kind.PROJECT, key, "another", projects(1)))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(Problem.KEY_USED));
    }

    @Test
    @Tag("D4")
    void externalIdOfARefusedCallIsFreeForAnotherBodyAndThatOfAGoodOneIsNot() {
        CallKey key = CallKey.of(null, "p-1");
        Job first = acceptance
                .accept(caller, Kind.PROJECT, key, "hash", projects(1))
                .job();
        assertThatThrownBy(() -> acceptance.accept(caller, Kind.PROJECT, key, "mended", projects(1)))
                .isInstanceOf(ProblemException.class);
        commands.fail(commands.list(first.id(), null, 0, 1).get(0), "urn:x", "No such template.");

        Accepted second = acceptance.accept(caller, Kind.PROJECT, key, "mended", projects(1));

        assertThat(second.isNew()).isTrue();
        commands.succeed(commands.list(second.job().id(), null, 0, 1).get(0), "{}");
        assertThatThrownBy(() -> acceptance.accept(caller, Kind.PROJECT, key, "third", projects(1)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    @Tag("D5")
    void jobIsFedByOneNodeAtATimeAndNotTwice() throws Exception {
        Job job = accept(10);

        List<Boolean> leased = together(8, () -> jobs.leaseFeeding(job, clock.millis() + 60_000));

        assertThat(leased).filteredOn(won -> won).hasSize(1);
        assertThat(jobs.toFeed(500, 1000)).extracting(Job::id).doesNotContain(job.id());
        jobs.fed(job, 4);
        assertThat(jobs.toFeed(500, 1000))
                .filteredOn(each -> each.id().equals(job.id()))
                .singleElement()
                .satisfies(each -> assertThat(each.fed()).isEqualTo(4));
        assertThat(jobs.leaseFeeding(job, clock.millis() + 60_000))
                .as("with what was true before")
                .isFalse();
    }

    @Test
    @Tag("D5")
    void leaseOfANodeThatDiedRunsOut() {
        Job job = accept(1);
        assertThat(jobs.leaseFeeding(job, clock.millis() - 1)).isTrue();

        assertThat(jobs.toFeed(500, 1000)).extracting(Job::id).contains(job.id());
    }

    @Test
    @Tag("D5")
    void commandIsSettledOnceHoweverOftenItIsDelivered() throws Exception {
        Job job = accept(2);
        Command command = commands.list(job.id(), null, 0, 1).get(0);

        List<Boolean> settled = together(8, () -> commands.succeed(command, "{}"));

        assertThat(settled).filteredOn(won -> won).hasSize(1);
        assertThat(jobs.find("northwind", job.id())).get().satisfies(told -> {
            assertThat(told.done()).isEqualTo(1);
            assertThat(told.isFinished()).isFalse();
        });
        commands.fail(commands.list(job.id(), null, 1, 1).get(0), "urn:x", "x".repeat(5000));
        assertThat(jobs.find("northwind", job.id())).get().satisfies(told -> {
            assertThat(told.isFinished()).isTrue();
            assertThat(told.state()).isEqualTo(Job.State.DONE);
            assertThat(told.failed()).isEqualTo(1);
        });
    }

    @Test
    void cancelledJobBeginsNothingMoreAndEnds() {
        Job job = accept(5);
        commands.succeed(commands.list(job.id(), null, 0, 1).get(0), "{}");

        assertThat(jobs.cancel("southwind", job.id())).as("in another realm").isFalse();
        assertThat(jobs.cancel("northwind", job.id())).isTrue();

        assertThat(jobs.find("northwind", job.id())).get().satisfies(told -> {
            assertThat(told.state()).isEqualTo(Job.State.CANCELLED);
            assertThat(told.cancelled()).isEqualTo(4);
            assertThat(told.isFinished()).isTrue();
        });
        assertThat(commands.list(job.id(), Command.State.CANCELLED, 0, 10)).hasSize(4);
        assertThat(jobs.cancel("northwind", job.id())).isFalse();
    }

    @Test
    void whatWasSetAsideIsDoneWhenItIsRevived() {
        Job job = accept(1);
        Command command = commands.list(job.id(), null, 0, 1).get(0);
        commands.setAside(command, "urn:x", "Not granted.");
        assertThat(jobs.find("northwind", job.id()).orElseThrow().dead()).isEqualTo(1);

        assertThat(commands.revive(command)).isTrue();
        assertThat(commands.revive(command)).isFalse();
        assertThat(jobs.find("northwind", job.id()).orElseThrow().isFinished()).isFalse();
        commands.succeed(command, "{}");

        assertThat(jobs.find("northwind", job.id())).get().satisfies(told -> {
            assertThat(told.dead()).isZero();
            assertThat(told.done()).isEqualTo(1);
            assertThat(told.isFinished()).isTrue();
        });
    }

    @Test
    @Tag("D5")
    void whatIsRevivedStaysInTheDatabaseUntilTheQueueTookIt() {
        Job job = accept(2);
        List<Command> both = commands.list(job.id(), null, 0, 2);
        both.forEach(command -> commands.setAside(command, "urn:x", "Not granted."));
        both.forEach(commands::revive);

        assertThatThrownBy(() -> commands.replay(10, again -> {
                    throw new IllegalStateException("the broker is away");
                }))
                .hasMessage("the broker is away");
        List<String> queue = new ArrayList<>();
        commands.replay(1000, again -> again.forEach(each -> queue.add(each.id() + each.state())));
        commands.replay(1000, again -> again.forEach(each -> queue.add("again " + each.id())));

        assertThat(queue)
                .filteredOn(entry -> both.stream().anyMatch(each -> entry.contains(each.id())))
                .containsExactlyInAnyOrder(
                        both.get(0).id() + "WAITING", both.get(1).id() + "WAITING");
    }

    @Test
    @Tag("D5")
    void whatWasSetAsideIsListedOfItsRealmEachOnExactlyOnePage() {
        Job job = accept(5);
        List<Command> all = commands.list(job.id(), null, 0, 5);
        all.subList(0, 4).forEach(command -> commands.setAside(command, "urn:x", "Not granted."));

        List<String> seen = new ArrayList<>();
        List<Command> page = commands.setAside("northwind", null, 3);
        while (!page.isEmpty()) {
            page.forEach(each -> seen.add(each.id()));
            Command last = page.get(page.size() - 1);
            page = commands.setAside("northwind", new JobCursor(last.finishedAt(), last.id()), 3);
        }

        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsAll(all.subList(0, 4).stream().map(Command::id).toList())
                .doesNotContain(all.get(4).id());
        assertThat(commands.setAside("southwind", null, 10)).isEmpty();
    }

    @Test
    @Tag("D4")
    void jobWhoseWindowIsFullDoesNotKeepOthersFromTheQueue() {
        Job full = accept(20);
        jobs.fed(full, 10);
        Job behind = accept(1);

        assertThat(jobs.toFeed(11, 1000)).extracting(Job::id).contains(full.id(), behind.id());
        assertThat(jobs.toFeed(10, 1000))
                .extracting(Job::id)
                .contains(behind.id())
                .doesNotContain(full.id());
    }

    @Test
    void metricsTellWhatIsLeftAndWhatCameOfTheRest() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        JobStore.Backlog before = jobs.backlog();
        Job job = accept(3);
        commands.setAside(commands.list(job.id(), null, 0, 1).get(0), "urn:x", "Not granted.");

        JobMetrics metrics = new JobMetrics(registry, jobs, clock);
        metrics.settled(Command.State.DEAD);

        assertThat(registry.get("client.portal.jobs.running").gauge().value()).isEqualTo(before.jobs() + 1);
        assertThat(registry.get("client.portal.projects.waiting").gauge().value())
                .isEqualTo(before.projects() + 2);
        assertThat(registry.get("client.portal.dead.letters").gauge().value()).isEqualTo(before.dead() + 1);
        assertThat(registry.get("client.portal.jobs.oldest.seconds").gauge().value())
                .isBetween(0.0, 600.0);
        assertThat(registry.get("client.portal.projects")
                        .tag("outcome", "set_aside")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("client.portal.projects")
                        .tag("outcome", "done")
                        .counter()
                        .count())
                .isZero();
    }

    @Test
    void whomACommandInvitesIsDecidedOnce() {
        Job job = accept(1);
        String id = commands.list(job.id(), null, 0, 1).get(0).id();

        assertThat(commands.decideInvited(id, "[\"a@x\"]")).isEqualTo("[\"a@x\"]");
        assertThat(commands.decideInvited(id, "[]")).isEqualTo("[\"a@x\"]");
    }

    @Test
    void jobsAreListedNewestFirstEachOnExactlyOnePage() {
        List<String> made = IntStream.range(0, 7).mapToObj(i -> accept(1).id()).toList();

        List<String> seen = new ArrayList<>();
        JobCursor cursor = null;
        for (int page = 0; page < 4; page++) {
            List<Job> found = jobs.list("northwind", caller.client(), cursor, 2);
            found.forEach(job -> seen.add(job.id()));
            if (!found.isEmpty()) cursor = JobCursor.of(found.get(found.size() - 1));
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void onlyWhatEndedLongAgoIsForgottenAndNothingThatWasSetAside() {
        Job ended = accept(1);
        commands.succeed(commands.list(ended.id(), null, 0, 1).get(0), "{}");
        Job running = accept(1);
        Job aside = accept(1);
        commands.setAside(commands.list(aside.id(), null, 0, 1).get(0), "urn:x", "x");

        jobs.purge(clock.millis() - 60_000);
        assertThat(jobs.find("northwind", ended.id())).isPresent();
        jobs.purge(clock.millis() + 1);

        assertThat(jobs.find("northwind", ended.id())).isEmpty();
        assertThat(commands.list(ended.id(), null, 0, 1)).isEmpty();
        assertThat(jobs.find("northwind", running.id())).isPresent();
        assertThat(jobs.find("northwind", aside.id())).isPresent();
    }

    private final AtomicLong now = new AtomicLong(1_000_000);
    private final InstantSource time = () -> Instant.ofEpochMilli(now.get());
    private final Later later = new Later(database().jdbi(), time.withZone(ZoneOffset.UTC));

    /** Two of one company, and one of another. */
    private List<Command> threeCommands() {
        List<CreateProject> projects = new ArrayList<>();
        String company = "c-" + UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            projects.add(new CreateProject(
                    "p-" + i,
                    "Project",
                    null,
                    null,
                    new Company(i == 2 ? company + "-other" : company, null, null),
                    null,
                    null,
                    null,
                    null));
        }
        Job job =
                acceptance.accept(caller, Kind.PROJECTS, null, "hash", projects).job();
        return commands.list(job.id(), null, 0, 3);
    }

    private List<String> fed(List<Command> of) {
        List<String> fed = new ArrayList<>();
        later.feed(1000, due -> due.forEach(each -> fed.add(each.id())));
        fed.retainAll(of.stream().map(Command::id).toList());
        return fed;
    }

    @Test
    @Tag("D5")
    void whatIsPutOffComesBackOnceInItsTimeAndBeforeWhatIsBehindIt() {
        List<Command> all = threeCommands();
        String first = all.get(0).id();
        String second = all.get(1).id();

        assertThat(later.putOff(all.get(0), 10)).isEqualTo(1_000_000);
        assertThat(later.isItsTurn(all.get(0))).isFalse();
        assertThat(later.isItsTurn(all.get(1))).isFalse();
        assertThat(later.isItsTurn(all.get(2))).as("of another company").isTrue();
        assertThat(fed(all)).isEmpty();

        now.addAndGet(10_000);
        assertThat(fed(all)).containsExactly(first, second);
        assertThat(fed(all)).as("a second time").isEmpty();
        assertThat(later.isItsTurn(all.get(1))).as("before the first").isFalse();
        assertThat(later.isItsTurn(all.get(0))).isTrue();
        assertThat(later.putOff(all.get(0), 5)).as("since").isEqualTo(1_000_000);
        now.addAndGet(5_000);
        assertThat(fed(all)).containsExactly(first, second);

        commands.succeed(all.get(0), "{}");
        assertThat(later.isItsTurn(all.get(1))).isTrue();
    }

    @Test
    @Tag("D5")
    void oneThatHasEndedHoldsNothingBackThatIsBehindIt() {
        List<Command> all = threeCommands();
        later.putOff(all.get(0), 10);
        assertThat(later.isItsTurn(all.get(1))).isFalse();

        commands.fail(all.get(0), "urn:x", "x");

        now.addAndGet(10_000);
        assertThat(later.isItsTurn(all.get(1))).isTrue();
        assertThat(fed(all)).containsExactly(all.get(1).id());
    }

    @Test
    @Tag("D5")
    void twoNodesHandWhatIsDueToTheQueueOnce() throws Exception {
        List<Command> all = threeCommands();
        all.forEach(command -> later.putOff(command, 1));
        now.addAndGet(1_000);

        List<List<String>> fed = together(4, () -> fed(all));
        List<String> rest = fed(all);

        assertThat(Stream.concat(fed.stream().flatMap(List::stream), rest.stream()))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(Command::id).toList());
    }

    @Test
    @Tag("S8")
    void callsOfAMinuteAreCountedTogetherAndOneTooManyIsToldWhenToComeAgain() throws Exception {
        CallLimit limit = new CallLimit(new MinuteCounts(database().jdbi(), clock(30_000)), 20);

        together(20, () -> {
            limit.count(caller);
            return true;
        });

        assertThatThrownBy(() -> limit.count(caller)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem()).isEqualTo(Problem.TOO_MANY);
            assertThat(refused.retryAfter()).isBetween(30L, 32L);
        });
        new CallLimit(new MinuteCounts(database().jdbi(), clock(90_000)), 20).count(caller);
    }

    private static Clock clock(long millis) {
        return Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }
}
