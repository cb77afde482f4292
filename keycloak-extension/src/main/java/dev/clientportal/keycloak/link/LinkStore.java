package dev.clientportal.keycloak.link;

import dev.clientportal.keycloak.StoreSpi;
import java.util.Optional;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/** Where links live. Every change of a link's state is one conditional update. */
public interface LinkStore extends Provider {
    /**
     * Makes the one live link of this contact, company and purpose; those before it end in the same transaction. A unique
     * constraint refuses a second live one, whoever else is at it.
     *
     * @param sealOrNull makes the link usable at once
     */
    Link replace(
            String id,
            String realmId,
            String orgId,
            String userId,
            LinkPurpose purpose,
            Origin origin,
            Seal sealOrNull,
            long now);

    Optional<Link> find(String id);

    Optional<Link> findBySecretHash(String secretHash);

    /** Makes the link usable. False when the link was ended or used meanwhile; it then stays so. */
    boolean seal(String id, Seal seal);

    /** True for exactly one caller, and only while the link is live. */
    boolean consume(String id, long now);

    /**
     * Takes one of the tries that a code has; false when none is left or the code ran out. It counts for a link that has
     * ended, too: who types the right code is told why it does not open the door.
     */
    boolean takeCodeTry(String id, int maxTries, long now);

    /** Ends all live links of the contact, in one company or (null) in all. */
    int endAll(String orgId, String userId, LinkEnd end, long now);

    /** Ends all live links into the company. */
    int endCompany(String orgId, LinkEnd end, long now);

    /** Ends all live links into the firm's companies. */
    int endRealm(String realmId, LinkEnd end, long now);

    /** Ends the live links of this purpose. */
    int end(String orgId, String userId, LinkPurpose purpose, LinkEnd end, long now);

    /** Writes down the first time that a person's browser showed the link's page. */
    void opened(String id, String by, long now);

    /**
     * What makes a link usable: the hashes of its secrets, never the secrets.
     *
     * @param codeHash null for invitations
     */
    record Seal(String secretHash, String codeHash, String addressHash, long expiresAt) {}

    /** Found by Keycloak through its services file. */
    interface Factory extends ProviderFactory<LinkStore> {}

    /** Found by Keycloak through its services file. */
    final class Spi extends StoreSpi {
        public Spi() {
            super("client-portal-link-store", LinkStore.class, Factory.class);
        }
    }
}
