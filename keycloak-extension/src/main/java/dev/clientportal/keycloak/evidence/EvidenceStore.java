package dev.clientportal.keycloak.evidence;

import dev.clientportal.keycloak.StoreSpi;
import java.util.List;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/**
 * Reads what is known of contacts' access, some contacts at a time: each call is the same few statements, however many
 * contacts there are. Nothing here asks whether the caller may see a contact: who calls does.
 */
public interface EvidenceStore extends Provider {
    /**
     * Contacts by company and user, whose access somebody ever decided about.
     *
     * @param orgId null for all companies
     * @param after the last contact that the caller has; null for the first ones
     */
    List<EvidenceContact> contacts(String realmId, String orgId, EvidenceContact after, int max);

    /** The events of these contacts, which are in the order of {@link #contacts}; of each contact by time. */
    List<EvidenceEvent> events(String realmId, List<EvidenceContact> contacts);

    /** Found by Keycloak through its services file. */
    interface Factory extends ProviderFactory<EvidenceStore> {}

    /** Found by Keycloak through its services file. */
    final class Spi extends StoreSpi {
        public Spi() {
            super("client-portal-evidence-store", EvidenceStore.class, Factory.class);
        }
    }
}
