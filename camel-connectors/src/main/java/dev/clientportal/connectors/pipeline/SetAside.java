package dev.clientportal.connectors.pipeline;

import dev.clientportal.connectors.jobs.Command;
import dev.clientportal.connectors.jobs.Command.State;
import dev.clientportal.connectors.jobs.CommandStore;
import dev.clientportal.connectors.jobs.JobMetrics;
import dev.clientportal.connectors.jobs.Waiting;
import dev.clientportal.connectors.jobs.Work;
import dev.clientportal.connectors.upstream.Away;
import dev.clientportal.connectors.upstream.NotGranted;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What cannot be done now, for whatever reason, is set aside with that reason until somebody sends it again. */
public final class SetAside {
    private static final String TYPE = "urn:client-portal:problem:";
    private static final String UNFORESEEN = "unforeseen";
    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);

    private final CommandStore commands;
    private final Waiting waiting;
    private final JobMetrics metrics;

    public SetAside(CommandStore commands, Waiting waiting, JobMetrics metrics) {
        this.commands = commands;
        this.waiting = waiting;
        this.metrics = metrics;
    }

    public void setAside(Exchange exchange) {
        Exception why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        // Camel calls this also where it may try no more because it stops: then the message goes back to the queue.
        if (exchange.getContext().isStopping()) throw new RejectedExecutionException("Stopping", why);
        Work work = exchange.getProperty(Commands.WORK, Work.class);
        String type = TYPE + name(why);
        String detail = isOurs(why) ? why.getMessage() : "An error that was not foreseen; it is in the log.";
        if (isOurs(why)) LOG.warn("Set aside: {}", detail);
        else LOG.error("Set aside", why);
        if (work != null) settle(work.command(), type, detail);
    }

    /** What the broker delivered too often, as when each time the process died over it. */
    public void givenUp(@Header(Work.COMMAND) String id) {
        LOG.error("Set aside: command {} was delivered too often", id);
        commands.find(id)
                .ifPresent(command -> settle(command, TYPE + UNFORESEEN, "It was begun too often without an end."));
    }

    private void settle(Command command, String type, String detail) {
        if (commands.setAside(command, type, detail)) metrics.settled(State.DEAD);
        waiting.look();
    }

    private static boolean isOurs(Exception why) {
        return why instanceof Away || why instanceof NotGranted;
    }

    private static String name(Exception why) {
        if (why instanceof Away) return "unavailable";
        return why instanceof NotGranted ? "not-granted" : UNFORESEEN;
    }
}
