package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.StoreSpi;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/** How queued mails leave the house. Chosen with {@code --spi-client-portal-mail--provider}. */
public interface MailDelivery extends Provider {
    /** Something was queued in this transaction: deliver it soon after the commit. */
    void wakeAfterCommit();

    /** The mails as connectors take them away. */
    ConnectorMails connectorMails();

    /** Found by Keycloak through its services file. */
    interface Factory extends ProviderFactory<MailDelivery> {}

    /** Found by Keycloak through its services file. */
    final class Spi extends StoreSpi {
        public Spi() {
            super("client-portal-mail", MailDelivery.class, Factory.class);
        }
    }
}
