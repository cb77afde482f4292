package dev.clientportal.keycloak.closing;

import dev.clientportal.keycloak.StoreSpi;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/** Ends the sessions in a portal that was closed, after the commit and in the background. */
public interface SessionClosing extends Provider {
    /** Of the company, or (null) of all the firm's. */
    void start(String realmId, String orgIdOrNull);

    /** Found by Keycloak through its services file. */
    interface Factory extends ProviderFactory<SessionClosing> {}

    /** Found by Keycloak through its services file. */
    final class Spi extends StoreSpi {
        public Spi() {
            super("client-portal-closing", SessionClosing.class, Factory.class);
        }
    }
}
