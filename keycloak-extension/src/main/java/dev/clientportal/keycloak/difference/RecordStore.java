package dev.clientportal.keycloak.difference;

import dev.clientportal.keycloak.StoreSpi;
import dev.clientportal.keycloak.directory.Page;
import dev.clientportal.keycloak.directory.PageRequest;
import java.util.Map;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/** Where the firm's own copy of contacts' names, addresses and phone numbers is kept. */
public interface RecordStore extends Provider {
    /** How many columns the list is sorted by, which is what its cursor holds. */
    int DIFFERENCE_KEYS = 3;

    /** Without the fields of which nothing is recorded. */
    Map<RecordField, String> find(String orgId, String userId);

    /** Records a value that differs from no other yet: what was ignored before stays so. */
    void set(String realmId, String orgId, String userId, RecordField field, String value);

    /** Records the fields of somebody whom this transaction makes a member: nothing is recorded of them yet. */
    void add(String realmId, String orgId, String userId, Map<RecordField, String> fields);

    void clear(String orgId, String userId, RecordField field);

    /** Remembers a value of the contact's that is no difference any more; null is the value of who has none. */
    void ignore(String orgId, String userId, RecordField field, String contactValue);

    /**
     * Compares with the contacts' profiles as they are now, in one statement; by username. A value is compared without
     * outer blanks, an e-mail address in whatever case. Nothing here asks whether the caller may see a row.
     */
    Page<Difference> differences(String realmId, DifferenceFilter filter, PageRequest page);

    /** Found by Keycloak through its services file. */
    interface Factory extends ProviderFactory<RecordStore> {}

    /** Found by Keycloak through its services file. */
    final class Spi extends StoreSpi {
        public Spi() {
            super("client-portal-record-store", RecordStore.class, Factory.class);
        }
    }
}
