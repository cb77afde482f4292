package dev.clientportal.keycloak.cleanup;

import dev.clientportal.keycloak.StoreSpi;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/** Removes what nobody needs any more. Runs by itself from time to time. */
public interface Cleanup extends Provider {
    /** Removes everything that is over, in many small transactions. Returns how many rows that were. */
    int run();

    /** Found by Keycloak through its services file. */
    interface Factory extends ProviderFactory<Cleanup> {}

    /** Found by Keycloak through its services file. */
    final class Spi extends StoreSpi {
        /** Also the {@code --spi-<name>--periodic--…} of the settings. */
        public static final String NAME = "client-portal-cleanup";

        public Spi() {
            super(NAME, Cleanup.class, Factory.class);
        }
    }
}
