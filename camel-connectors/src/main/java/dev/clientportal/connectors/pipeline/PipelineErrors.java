package dev.clientportal.connectors.pipeline;

import dev.clientportal.connectors.upstream.Away;
import dev.clientportal.connectors.upstream.Busy;
import dev.clientportal.connectors.upstream.Refused;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.jdbi.v3.core.JdbiException;

/** The one error policy of everything that is worked on from the queue. */
public final class PipelineErrors extends RouteConfigurationBuilder {
    /** The id of the configuration. */
    static final String ID = "pipeline-errors";

    /** Of what the broker gave up: it is set aside, as soon as the database takes it. */
    static final String GIVEN_UP = "given-up-errors";

    private static final long FIRST_MILLIS = 250;
    private static final long MOST_MILLIS = 30_000;
    private static final long AGAIN_MILLIS = 10_000;

    private final Commands commands;
    private final PutOff later;
    private final Patience patience;
    private final SetAside aside;

    public PipelineErrors(Commands commands, PutOff later, Patience patience, SetAside aside) {
        this.commands = commands;
        this.later = later;
        this.patience = patience;
        this.aside = aside;
    }

    @Override
    public void configuration() {
        RouteConfigurationDefinition errors = routeConfiguration(ID);
        errors.onException(Refused.class).handled(true).bean(commands, "refuse");
        errors.onException(Busy.class).handled(true).bean(later, "putOff");
        setAside(errors.onException(Away.class, JdbiException.class).retryWhile(method(patience, "goesOn")));
        setAside(errors.onException(Exception.class).maximumRedeliveries(2));
        stopsAtOnce(routeConfiguration(GIVEN_UP)
                .onException(Exception.class)
                .maximumRedeliveries(-1)
                .redeliveryDelay(AGAIN_MILLIS));
    }

    /** Tried again in place, with growing pauses that differ: nothing of its company goes before it. Then set aside. */
    private void setAside(OnExceptionDefinition failed) {
        failed.redeliveryDelay(FIRST_MILLIS)
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .maximumRedeliveryDelay(MOST_MILLIS)
                .useCollisionAvoidance()
                .collisionAvoidancePercent(25)
                .handled(true)
                .bean(aside, "setAside");
        stopsAtOnce(failed);
    }

    /** Whoever stops the connectors need not wait for Keycloak: the message goes back to the queue. */
    private static void stopsAtOnce(OnExceptionDefinition failed) {
        failed.getRedeliveryPolicyType().allowRedeliveryWhileStopping(false);
    }
}
