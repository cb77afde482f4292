package dev.clientportal.keycloak.cleanup;

import dev.clientportal.keycloak.StoreSpi;
import java.util.List;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/** Rows that have done their work. Each call removes at most as many as told and returns how many that were. */
public interface Leftovers extends Provider {
    /** Counters whose windows are over. */
    int removeLimits(long now, int max);

    /** Login links, and the mails that carried them. */
    int removeLogins(long before, int max);

    /** The ledger of one realm: invitations with their mails and links, and the log of access. */
    int removeLedger(String realmId, long before, int max);

    /** How long each firm wants its ledger. */
    List<Retention> retentions();

    /** Days that ended invitations of a realm and the log of its contacts' access stay. */
    record Retention(String realmId, int days) {}

    /** Found by Keycloak through its services file. */
    interface Factory extends ProviderFactory<Leftovers> {}

    /** Found by Keycloak through its services file. */
    final class Spi extends StoreSpi {
        public Spi() {
            super("client-portal-leftovers", Leftovers.class, Factory.class);
        }
    }
}
