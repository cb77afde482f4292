package dev.clientportal.keycloak.transfer;

import dev.clientportal.keycloak.StoreSpi;
import dev.clientportal.keycloak.access.AccessAct;
import dev.clientportal.keycloak.access.AccessState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/**
 * Reads and writes portal state some entries at a time: each call is the same few statements, however many there are, but
 * for the rows that it writes. Nothing here asks whether the caller may.
 */
public interface TransferStore extends Provider {
    /** Companies by alias. @param after the last one that the caller has; null for the first ones */
    List<CompanyEntry> companies(String realmId, CompanyEntry after, int max);

    /** Contacts by company and username. @param after the last one that the caller has; null for the first ones */
    List<ContactEntry> contacts(String realmId, ContactEntry after, int max);

    /** Organizations' ids by their aliases; without those that the realm does not have. */
    Map<String, String> companyIds(String realmId, Set<String> aliases);

    /** Users' ids by their names; without those that the realm does not have. */
    Map<String, String> userIds(String realmId, Set<String> usernames);

    /** Those of these users who are members, with each of these companies. */
    Set<Member> members(Set<String> companyIds, Set<String> userIds);

    List<SavedCompany> saveCompanies(String realmId, List<KnownCompany> companies);

    /** Locks the contacts' rows until the transaction ends, and makes them what the entries say. */
    List<SavedContact> saveContacts(String realmId, List<KnownContact> contacts);

    /** A user in a company. */
    record Member(String companyId, String userId) {}

    /** An entry whose company was found. */
    record KnownCompany(String id, CompanyEntry entry) {}

    /** @param closed was open before and is not any more */
    record SavedCompany(ImportOutcome outcome, boolean closed) {}

    /** An entry whose contact was found; in its log, authors stand by id alone. */
    record KnownContact(Member member, ContactEntry entry) {}

    /**
     * @param before null when there was nothing
     * @param logged what was not in the log before
     */
    record SavedContact(ImportOutcome outcome, Before before, Set<AccessAct> logged) {}

    /** How far a contact could come in. */
    record Before(AccessState state, boolean mustAccept) {}

    /** Found by Keycloak through its services file. */
    interface Factory extends ProviderFactory<TransferStore> {}

    /** Found by Keycloak through its services file. */
    final class Spi extends StoreSpi {
        public Spi() {
            super("client-portal-transfer-store", TransferStore.class, Factory.class);
        }
    }
}
