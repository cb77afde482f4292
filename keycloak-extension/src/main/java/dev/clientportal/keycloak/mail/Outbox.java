package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.StoreSpi;
import dev.clientportal.keycloak.link.Origin;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/**
 * The queue of mails. What is queued in a transaction is sent after it commits: never before, never lost. Rows are leased
 * for a while by one node; a node that dies loses its leases by time. All times are milliseconds.
 */
public interface Outbox extends Provider {
    /** Queues the invitation behind this link. */
    Mail queueInvitation(String realmId, String orgId, String userId, String linkId, String requestedBy);

    /**
     * Queues what another system wants a contact to know.
     *
     * @param link which one it would carry now
     * @param askedKeyOrNull under which it is found again; a unique constraint refuses a second one
     */
    Mail queueNotice(
            String realmId,
            String orgId,
            String userId,
            Notice notice,
            MailLink link,
            String askedKeyOrNull,
            String requestedBy);

    /** The mail that was asked for under this key. */
    Optional<Mail> findAsked(String askedKey);

    /** Takes words and key from a notice that failed, for another try. True for exactly one caller. */
    boolean takeOver(String mailId);

    /**
     * When the mail server refused the user's address for good, should that have been its last answer about it. Any mail
     * that it takes later makes the refusal void.
     */
    Optional<Long> refusedAt(String userId, String addressHash);

    /**
     * Queues what a browser asked for at the login page. Whether the address belongs to anybody is looked up only when the
     * mail is rendered, so that asking takes the same time for every address.
     */
    Mail queueLogin(String realmId, String linkId, String typedAddress, Origin origin);

    /**
     * Leases mails that are due, in the order of queueing. Realms whose mail server is being given a rest are left out.
     * A mail whose last lease ran out untold may have been sent: that counts as a try.
     *
     * @param realmIdOrNull null for the mails of all realms
     * @param until when others may take them
     */
    List<LeasedMail> lease(String owner, String realmIdOrNull, long now, long until, int max);

    /**
     * Those of the mails that the lease still has, kept for it until the end of the transaction. One that ran out has them
     * until somebody else takes them.
     */
    List<LeasedMail> hold(String owner, String realmId, Collection<String> mailIds);

    Optional<Mail> find(String mailId);

    void sent(String mailId, String addressHash, long now);

    /** Tries the mail again later. */
    void retry(String mailId, String reason, long dueAt);

    /** Gives the mail back untried. */
    void release(String mailId, String reason);

    /**
     * The mail server refused it for good: it was tried, and has failed.
     *
     * @param addressHashOrNull set when it was the address that was refused
     */
    void refused(String mailId, String addressHashOrNull, String reason, long now);

    /**
     * A mail that was taken came back. True for the first report of it; others change nothing.
     *
     * @param ofTheAddress whether it was the address that was refused
     */
    boolean bounced(String mailId, boolean ofTheAddress, String reason, long now);

    /** Ends the mail untried. */
    void end(String mailId, MailState state, String reason, long now);

    /** Forgets the mail: nobody has the typed address. */
    void drop(String mailId);

    /** The realm's mail server did not answer: leave it alone until then. */
    void serverFailed(String realmId, long until);

    /** The realm's mail server answers again. */
    void serverWorks(String realmId);

    /** How many wait, and since when the first one does. */
    Waiting waiting();

    /** As {@link #waiting()}, of one realm. */
    Waiting waiting(String realmId);

    /**
     * A mail, the realm that it belongs to, a key that mails to one recipient share, and how often in a row that realm's
     * mail server did not answer.
     */
    record LeasedMail(String id, String realmId, String recipient, int serverFailures) {}

    /** The length of the queue, and when its first mail was queued (0 when it is empty). */
    record Waiting(long mails, long oldest) {}

    /** Found by Keycloak through its services file. */
    interface Factory extends ProviderFactory<Outbox> {}

    /** Found by Keycloak through its services file. */
    final class Spi extends StoreSpi {
        public Spi() {
            super("client-portal-outbox", Outbox.class, Factory.class);
        }
    }
}
