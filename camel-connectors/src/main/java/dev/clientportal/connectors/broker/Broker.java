package dev.clientportal.connectors.broker;

import dev.clientportal.connectors.jobs.Work;
import dev.clientportal.connectors.settings.Settings;
import jakarta.jms.ConnectionFactory;
import java.util.Map;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;

/** The queue's broker: one in this process with a journal on disk, or an Artemis elsewhere that several connectors share. */
public final class Broker implements AutoCloseable {
    private static final String IN_PROCESS = "vm://0";
    private static final int DELIVERIES = 20;

    private final EmbeddedActiveMQ embedded;
    private final ConnectionFactory connections;

    public Broker(Settings settings) throws Exception {
        if (settings.has(Settings.BROKER_URL)) {
            this.embedded = null;
            this.connections = new ActiveMQConnectionFactory(
                    settings.get(Settings.BROKER_URL),
                    settings.get(Settings.BROKER_USER),
                    settings.get(Settings.BROKER_PASSWORD));
        } else {
            this.embedded = new EmbeddedActiveMQ().setConfiguration(configuration(settings));
            embedded.start();
            this.connections = new ActiveMQConnectionFactory(IN_PROCESS);
        }
    }

    private static Configuration configuration(Settings settings) throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setName("client-portal-connectors")
                .setPersistenceEnabled(true)
                // Nobody can reach it but this process.
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setJournalDirectory(settings.data("broker/journal").toString())
                .setBindingsDirectory(settings.data("broker/bindings").toString())
                .setLargeMessagesDirectory(settings.data("broker/large").toString())
                .setPagingDirectory(settings.data("broker/paging").toString())
                .setJournalMinFiles(2)
                .setJournalFileSize(1 << 20)
                .setMaxDiskUsage(98)
                // A machine under load is slow, and not broken.
                .setCriticalAnalyzerPolicy(CriticalAnalyzerPolicy.LOG)
                .addAcceptorConfiguration("in-process", IN_PROCESS)
                .addAddressConfiguration(queue(Work.QUEUE))
                .addAddressConfiguration(queue(Work.DEAD));
        configuration.setAddressSettings(Map.of(
                "#",
                new AddressSettings()
                        .setDeadLetterAddress(SimpleString.of(Work.DEAD))
                        .setMaxDeliveryAttempts(DELIVERIES)
                        .setDefaultGroupBuckets(1024)
                        .setDefaultGroupRebalance(true)
                        .setDefaultGroupRebalancePauseDispatch(true)));
        return configuration;
    }

    private static CoreAddressConfiguration queue(String name) {
        return new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfig(QueueConfiguration.of(name)
                        .setRoutingType(RoutingType.ANYCAST)
                        .setDurable(true));
    }

    /** Whether the one in this process has nothing, as after its journal was lost. Of others that is not known. */
    public boolean isEmpty() {
        return embedded != null
                && embedded.getActiveMQServer()
                                .locateQueue(SimpleString.of(Work.QUEUE))
                                .getMessageCount()
                        == 0;
    }

    public ConnectionFactory connections() {
        return connections;
    }

    @Override
    public void close() throws Exception {
        if (embedded != null) embedded.stop();
    }
}
