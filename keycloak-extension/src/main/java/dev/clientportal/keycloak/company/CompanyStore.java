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

    /** When a contact last entered the company, in milliseconds; empty when none ever did. */
    Optional<Long> lastSignInAt(String orgId);

    /** What another system calls the company. */
    Optional<String> externalId(String orgId);

    /** The company that another system calls so. The case of letters counts. */
    Optional<String> findByExternalId(String realmId, String externalId);

    /**
     * Begins to keep a company that this transaction makes, and goes when it is undone.
     *
     * @param externalId what another system calls it, or null
     */
    void add(String realmId, String orgId, String externalId);

    /**
     * Gives the company an external id, unless it has one. The transaction fails when another company gets the same one
     * meanwhile.
     *
     * @return false when it had one, be it the same
     */
    boolean claimExternalId(String realmId, String orgId, String externalId);

    /** The id of the company with this alias. */
    Optional<String> findByAlias(String realmId, String alias);

    /** Whether a company of the realm has this name. Keycloak wants a second one to have another. */
    boolean isNameTaken(String realmId, String name);

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
