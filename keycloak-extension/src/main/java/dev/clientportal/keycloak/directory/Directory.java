package dev.clientportal.keycloak.directory;

import dev.clientportal.keycloak.StoreSpi;
import dev.clientportal.keycloak.mail.MailKind;
import dev.clientportal.keycloak.mail.MailState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/**
 * The lists that staff look at. Each page is one statement over our tables and Keycloak's own, however many rows there
 * are. Nothing here asks whether the caller may see a row: who calls does.
 */
public interface Directory extends Provider {
    /** How many columns each list is sorted by, which is what its cursor holds. */
    int COMPANY_KEYS = 2;

    int CONTACT_KEYS = 2;
    int INVITATION_KEYS = 1;
    int MAIL_KEYS = 1;

    /**
     * By name.
     *
     * @param search how the name or the alias begins, or null
     * @param active null for both
     */
    Page<CompanyRow> companies(String realmId, String search, Boolean active, PageRequest page);

    /** By username. */
    Page<ContactRow> contacts(String realmId, ContactFilter filter, PageRequest page);

    /** Those of these users who are contacts of the company, in no order. */
    List<ContactRow> contacts(String realmId, String companyId, Set<String> userIds);

    /** The contacts that these are about, in no order; without those who are none any more. */
    List<ContactRow> contacts(String realmId, List<? extends OfContact> wanted);

    /** Users by their addresses, which are in small letters; without those that nobody has. */
    Map<String, UserRow> usersByAddress(String realmId, Set<String> addresses);

    /** The ledger of one contact, the newest first. */
    Page<InvitationRow> invitations(String realmId, String orgId, String userId, PageRequest page);

    /** The ledgers of all contacts, the newest first; null means any state. */
    Page<InvitationRow> invitations(String realmId, InvitationState state, PageRequest page);

    /**
     * The newest first; null means any.
     *
     * @param onlyBounced those whose address was refused, or that came back
     */
    Page<MailRow> mails(String realmId, MailState state, MailKind kind, boolean onlyBounced, PageRequest page);

    /** How many have failed. */
    FailedMails failedMails(String realmId);

    /**
     * How soon mails with invitations left, by the quarters of an hour of queueing; none for those without any. All times
     * are milliseconds.
     *
     * @param from when the first of them was queued
     * @param until before which the last was
     * @param now by which those that wait are late or not
     */
    List<InvitationTimes> invitationTimes(String realmId, long from, long until, long now);

    /** A mail that there is. */
    MailRow mail(String mailId);

    /** The newest mail of this kind to the user. */
    Optional<MailRow> latestMail(String realmId, String userId, MailKind kind);

    /** Found by Keycloak through its services file. */
    interface Factory extends ProviderFactory<Directory> {}

    /** Found by Keycloak through its services file. */
    final class Spi extends StoreSpi {
        public Spi() {
            super("client-portal-directory", Directory.class, Factory.class);
        }
    }
}
