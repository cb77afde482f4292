package dev.clientportal.connectors.pipeline;

import dev.clientportal.connectors.jobs.Work;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** From the queue to the portal. */
public final class PipelineRoutes extends EndpointRouteBuilder {
    private final Steps steps;
    private final SetAside aside;
    private final int consumers;

    /** What a command goes through, in this order. */
    public record Steps(
            Commands commands,
            OpenCompany company,
            AddContacts contacts,
            MakeProject project,
            SendInvitations invitations) {}

    public PipelineRoutes(Steps steps, SetAside aside, int consumers) {
        this.steps = steps;
        this.aside = aside;
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

        from(jms("queue:" + Work.DEAD).transacted(true))
                .routeId("set-aside-what-the-broker-gave-up")
                .routeConfigurationId(PipelineErrors.GIVEN_UP)
                .bean(aside, "givenUp");
    }
}
