package dev.clientportal.connectors.door;

import dev.clientportal.connectors.upstream.Away;
import dev.clientportal.connectors.upstream.NotGranted;
import dev.clientportal.connectors.upstream.Refused;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one error policy of everything that is called: whatever is thrown becomes a problem document. */
public final class DoorErrors extends RouteConfigurationBuilder {
    /** The id of the configuration. */
    public static final String ID = "door-errors";

    private static final Logger LOG = LoggerFactory.getLogger(DoorErrors.class);

    private final Answers answers;

    public DoorErrors(Answers answers) {
        this.answers = answers;
    }

    @Override
    public void configuration() {
        RouteConfigurationDefinition errors = routeConfiguration(ID);
        errors.onException(Away.class, NotGranted.class, Refused.class)
                .handled(true)
                .process(DoorErrors::translate)
                .bean(answers, "writeProblem");
        errors.onException(Exception.class).handled(true).bean(answers, "writeProblem");
    }

    private static void translate(Exchange exchange) {
        Exception thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, problem(thrown));
    }

    private static ProblemException problem(Exception thrown) {
        if (thrown instanceof Refused refused)
            return ProblemException.refused(refused.type(), refused.getMessage(), null);
        if (thrown instanceof Away away) {
            return ProblemException.later(Problem.UNAVAILABLE, thrown.getMessage(), Math.max(5, away.retryAfter()));
        }
        LOG.error("The connectors lack a role: {}", thrown.getMessage());
        return ProblemException.later(Problem.UNAVAILABLE, "The connectors may not do this in Keycloak.", 60);
    }
}
