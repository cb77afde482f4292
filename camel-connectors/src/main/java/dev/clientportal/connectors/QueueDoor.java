package dev.clientportal.connectors;

import dev.clientportal.connectors.jobs.Work;
import dev.clientportal.connectors.upstream.Trace;
import jakarta.jms.ConnectionFactory;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.spi.HeaderFilterStrategy;

/** The queue as a door: of a message's properties only ours come in, also where somebody else can reach the broker. */
final class QueueDoor implements HeaderFilterStrategy {
    private static final Set<String> KNOWN = Set.of(Work.REALM, Work.COMMAND, Trace.HEADER);

    static JmsComponent component(ConnectionFactory connections) {
        JmsComponent component = new JmsComponent();
        component.setConnectionFactory(connections);
        component.setHeaderFilterStrategy(new QueueDoor());
        // Transactions of the session; one that fails leaves the message where it was.
        component.setLazyCreateTransactionManager(false);
        // A group of messages belongs to a consumer for as long as that is there.
        component.setCacheLevelName("CACHE_CONSUMER");
        return component;
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !KNOWN.contains(name);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !KNOWN.contains(name);
    }
}
