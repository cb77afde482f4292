package dev.clientportal.connectors.jobs;

import dev.clientportal.connectors.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What nobody asks for: putting stored work onto the queue, and forgetting what ended long ago. */
public final class Upkeep extends EndpointRouteBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final Feeder feeder;
    private final Waiting waiting;
    private final JobStore jobs;
    private final Clock clock;
    private final Duration keep;

    public Upkeep(Feeder feeder, Waiting waiting, JobStore jobs, Settings settings, Clock clock) {
        this.feeder = feeder;
        this.waiting = waiting;
        this.jobs = jobs;
        this.clock = clock;
        this.keep = settings.get(Settings.KEEP);
    }

    @Override
    public void configure() {
        from(timer("feed").period(1000)).routeId("feed-queue").bean(feeder, "feedAll");
        from(timer("look").period(100)).routeId("tell-waiting-callers").bean(waiting, "look");
        from(timer("forget").period(3_600_000)).routeId("forget-old-jobs").bean(this, "forget");
    }

    /** Jobs that ended longer ago than they are kept. */
    public void forget() {
        int forgotten = jobs.purge(clock.millis() - keep.toMillis());
        if (forgotten > 0) LOG.info("Forgot {} jobs that ended more than {} days ago", forgotten, keep.toDays());
    }
}
