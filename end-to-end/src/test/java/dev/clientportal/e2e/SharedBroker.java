package dev.clientportal.e2e;

import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** An Artemis as the connectors' README says to configure one. */
public final class SharedBroker implements AutoCloseable {
    private final int port = ContainerEngine.freePort();
    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    public SharedBroker() throws Exception {
        this(AddressSettings.DEFAULT_MAX_DELIVERY_ATTEMPTS);
    }

    /** @param deliveries after which it gives a message up */
    public SharedBroker(int deliveries) throws Exception {
        Path data = Stack.folder("shared-broker-" + port);
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setJournalDirectory(data.resolve("journal").toString())
                .setBindingsDirectory(data.resolve("bindings").toString())
                .setLargeMessagesDirectory(data.resolve("large").toString())
                .setPagingDirectory(data.resolve("paging").toString())
                .setMaxDiskUsage(98)
                .addAcceptorConfiguration("connectors", url());
        configuration.setAddressSettings(Map.of(
                "client-portal.create-project",
                new AddressSettings()
                        .setDeadLetterAddress(SimpleString.of("client-portal.create-project.dead"))
                        .setMaxDeliveryAttempts(deliveries)
                        .setDefaultGroupBuckets(1024)
                        .setDefaultGroupRebalance(true)
                        .setDefaultGroupRebalancePauseDispatch(true)));
        broker.setConfiguration(configuration).start();
    }

    public String url() {
        return "tcp://localhost:" + port;
    }

    @Override
    public void close() throws Exception {
        broker.stop();
    }
}
