package dev.clientportal.connectors.pipeline;

import dev.clientportal.connectors.jobs.Command;
import dev.clientportal.connectors.jobs.Command.State;
import dev.clientportal.connectors.jobs.CommandStore;
import dev.clientportal.connectors.jobs.JobMetrics;
import dev.clientportal.connectors.jobs.Later;
import dev.clientportal.connectors.jobs.Waiting;
import dev.clientportal.connectors.jobs.Work;
import dev.clientportal.connectors.project.ProjectReader;
import dev.clientportal.connectors.upstream.Refused;
import dev.clientportal.connectors.upstream.Trace;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** The beginning and the ends of a command's way through the pipeline. */
public final class Commands {
    /** The property of an exchange that holds the {@link Work}. */
    static final String WORK = "work";

    private final CommandStore commands;
    private final Later later;
    private final ProjectReader reader;
    private final Waiting waiting;
    private final Json json;
    private final JobMetrics metrics;

    public Commands(
            CommandStore commands, Later later, ProjectReader reader, Waiting waiting, Json json, JobMetrics metrics) {
        this.commands = commands;
        this.later = later;
        this.reader = reader;
        this.waiting = waiting;
        this.json = json;
        this.metrics = metrics;
    }

    /** Null for one that is settled already, since the message came twice, and for one whose turn it is not. */
    public Work begin(@Header(Work.COMMAND) String id, @Header(Trace.HEADER) String traceparent) {
        Trace.goOn(traceparent);
        Command command = commands.find(id)
                .filter(found -> found.state() == State.WAITING && later.isItsTurn(found))
                .orElse(null);
        return command == null ? null : new Work(command, reader.readWritten(command.body()));
    }

    public void succeed(Work work) {
        if (commands.succeed(work.command(), json.write(work.result()))) metrics.settled(State.DONE);
        waiting.look();
    }

    public void refuse(Exchange exchange) {
        Work work = exchange.getProperty(WORK, Work.class);
        Refused refused = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Refused.class);
        if (commands.fail(work.command(), refused.type(), refused.getMessage())) metrics.settled(State.FAILED);
        waiting.look();
    }
}
