package dev.clientportal.connectors.jobs;

import dev.clientportal.connectors.jobs.Command.State;
import dev.clientportal.connectors.jobs.JobStore.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How the work fares, for graphs and alerts: projects by their outcome at this node, and what all nodes together have left.
 */
public final class JobMetrics {
    private static final long HOLDS_MILLIS = 5_000;

    private final MeterRegistry registry;
    private final JobStore jobs;
    private final Clock clock;
    private volatile Seen seen = new Seen(new Backlog(0, 0, 0, 0), 0);

    private record Seen(Backlog backlog, long until) {}

    public JobMetrics(MeterRegistry registry, JobStore jobs, Clock clock) {
        this.registry = registry;
        this.jobs = jobs;
        this.clock = clock;
        for (State outcome : List.of(State.DONE, State.FAILED, State.DEAD)) count(outcome, 0);
        gauge("client.portal.jobs.running", "Jobs that have not ended", Backlog::jobs);
        gauge("client.portal.projects.waiting", "Projects of jobs that have not ended", Backlog::projects);
        gauge("client.portal.dead.letters", "Projects that were set aside", Backlog::dead);
        gauge("client.portal.jobs.oldest.seconds", "Age of the oldest job that has not ended", this::age);
    }

    private double age(Backlog backlog) {
        return backlog.oldest() == 0 ? 0 : (clock.millis() - backlog.oldest()) / 1000.0;
    }

    private void gauge(String name, String description, ToDoubleFunction<Backlog> value) {
        Gauge.builder(name, () -> value.applyAsDouble(backlog()))
                .description(description)
                .register(registry);
    }

    /** One statement for all of them. */
    private Backlog backlog() {
        if (seen.until < clock.millis()) seen = new Seen(jobs.backlog(), clock.millis() + HOLDS_MILLIS);
        return seen.backlog;
    }

    /** A project came to its end here. */
    public void settled(State outcome) {
        count(outcome, 1);
    }

    private void count(State outcome, int more) {
        String name = outcome == State.DEAD ? "set_aside" : outcome.name().toLowerCase(Locale.ROOT);
        registry.counter("client.portal.projects", "outcome", name).increment(more);
    }
}
