package dev.clientportal.keycloak.access;

import dev.clientportal.keycloak.StoreSpi;
import java.util.List;
import java.util.Optional;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/** Where contacts' access is kept. */
public interface ContactStore extends Provider {
    Optional<ContactAccess> find(String orgId, String userId);

    /**
     * Finds or makes the row and locks it until the transaction ends, so that decisions about one contact in one company
     * come one after the other on all nodes.
     */
    ContactAccess lock(String realmId, String orgId, String userId);

    /**
     * Lets in somebody whom this transaction makes a member: nobody else can have made their row. Where somebody has, after
     * all, the transaction fails. The row is written as it is given here, and not once more at the end.
     */
    void addEnabled(String realmId, String orgId, String userId, boolean silent);

    /** One row per company that the user is a member of, by name; a single statement. */
    List<AccessFacts> facts(String realmId, String userId);

    /** Empty when the user is not a member of that company. */
    Optional<AccessFacts> facts(String realmId, String orgId, String userId);

    /** As {@link #facts(String, String, String)}, for a company known by its alias. */
    Optional<AccessFacts> factsByAlias(String realmId, String alias, String userId);

    /** The contact enters the company now. */
    void entered(String orgId, String userId, long now);

    /** The contact's welcome has been shown: none is due any more, in any company. */
    void welcomed(String realmId, String userId, long now);

    /**
     * Keeps for the evidence what was done about a contact's access.
     *
     * @param by the id of the user or service account that did it; null for the system
     */
    void log(String realmId, String orgId, String userId, AccessAct act, String by);

    /** When access was opened last, by enabling or unblocking, as far as the log goes back. */
    Optional<Long> openedAt(String orgId, String userId);

    void remove(String orgId, String userId);

    /** Removes all that the user has, in every table of ours. */
    void removeUser(String userId);

    /** Found by Keycloak through its services file. */
    interface Factory extends ProviderFactory<ContactStore> {}

    /** Found by Keycloak through its services file. */
    final class Spi extends StoreSpi {
        public Spi() {
            super("client-portal-contact-store", ContactStore.class, Factory.class);
        }
    }
}
