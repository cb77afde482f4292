package dev.clientportal.connectors.pipeline;

import dev.clientportal.connectors.jobs.Feeder;
import dev.clientportal.connectors.jobs.Waiting;
import dev.clientportal.connectors.jobs.Work;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** From the queue to the portal. */
public final class PipelineRoutes extends EndpointRouteBuilder {
    private final Steps steps;
    private final Feeder feeder;
    private final Waiting waiting;
    private final int consumers;

    /** What a command goes through, in this order. */
    public record Steps(
            Commands commands,
            OpenCompany company,
            AddContacts contacts,
            MakeProject project,
            SendInvitations invitations) {}

    public PipelineRoutes(Steps steps, Feeder feeder, Waiting waiting, int consumers) {
        this.steps = steps;
        this.feeder = feeder;
        this.waiting = waiting;
        this.consumers = consumers;
    }

    @Override
    public void configure() {
        from(jms("queue:" + Work.QUEUE).transacted(true).concurrentConsumers(consumers))
                .routeId("create-project")
                .routeConfigurationId(PipelineErrors.ID)
                .bean(steps.commands, "begin")
                .filter(body().isNotNull())
                .setProperty(Commands.WORK, body())
                .bean(steps.company, "open")
                .bean(steps.contacts, "add")
                .bean(steps.project, "make")
                .bean(steps.invitations, "send")
                .bean(steps.commands, "succeed");

        from(timer("feed").period(1000)).routeId("feed-queue").bean(feeder, "feedAll");

        from(timer("look").period(100)).routeId("tell-waiting-callers").bean(waiting, "look");
    }
}
