package dev.clientportal.keycloak.company;

import dev.clientportal.keycloak.StoreSpi;
import java.util.Optional;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/** Where it is kept which companies' portals are active. A company without a row is not active. */
public interface CompanyStore extends Provider {
    boolean isActive(String orgId);

    /** Returns false when the portal already was in that state. */
    boolean setActive(String realmId, String orgId, boolean active);

    /** When the state changed last, in milliseconds; empty while it never did. */
    Optional<Long> changedAt(String orgId);

    /** Removes all that the company has, in every table of ours. */
    void remove(String orgId);

    /** Found by Keycloak through its services file. */
    interface Factory extends ProviderFactory<CompanyStore> {}

    /** Found by Keycloak through its services file. */
    final class Spi extends StoreSpi {
        public Spi() {
            super("client-portal-company-store", CompanyStore.class, Factory.class);
        }
    }
}
