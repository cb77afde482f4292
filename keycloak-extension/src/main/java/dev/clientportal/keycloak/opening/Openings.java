package dev.clientportal.keycloak.opening;

import dev.clientportal.keycloak.StoreSpi;
import dev.clientportal.keycloak.directory.Page;
import dev.clientportal.keycloak.directory.PageRequest;
import java.util.List;
import java.util.Optional;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/**
 * Openings of many companies' portals, each worked off by whichever node takes it and told row by row. Times are
 * milliseconds.
 */
public interface Openings extends Provider {
    int KEYS = 1;

    /** How many columns the rows of one opening are sorted by. */
    int ROW_KEYS = 2;

    /** Writes down what is to be done; wakes nobody. */
    Opening start(String realmId, Wish wish, Starter starter, long now);

    Optional<Opening> find(String id);

    /** The newest first. @param startedBy null for everybody's */
    Page<Opening> page(String realmId, String startedBy, PageRequest page);

    /** Takes one that nobody works on; empty when there is none. */
    Optional<Opening> lease(long now, long until);

    void renew(String id, long until);

    /** The next companies that nothing is told of, in the order of the request. */
    List<Waiting> next(String id, int max);

    /** Tells what became of a company and its contacts; nothing, when it was told already. */
    void tell(String id, Waiting company, String outcome, List<ContactOutcome> contacts);

    /** All is told. */
    void finish(String id, long now);

    /** Nothing more is begun; nothing, when it has ended. */
    void cancel(String id, long now);

    /** What was told so far, and the companies that wait: in the order of the request, a company before its contacts. */
    Page<Row> rows(Opening opening, PageRequest page);

    /**
     * What is wanted.
     *
     * @param companies ids, each once
     */
    record Wish(List<String> companies, boolean invite, boolean silent) {}

    /**
     * Who asked, and what of their rights the request came with: each company is opened with what they still have of it.
     *
     * @param realmId where they sign in
     * @param clientId the id of the client that they came by, which is not its name
     * @param roles as in an access token
     */
    record Starter(String realmId, String userId, String clientId, String address, String roles) {}

    /**
     * One opening.
     *
     * @param done of its companies
     * @param finishedAt null while it goes on
     */
    record Opening(
            String id,
            String realmId,
            boolean invite,
            boolean silent,
            Starter starter,
            long companies,
            long done,
            long startedAt,
            Long finishedAt,
            Long cancelledAt) {
        public boolean hasEnded() {
            return finishedAt != null || cancelledAt != null;
        }
    }

    /** @param place in the request, from 0 */
    record Waiting(int place, String companyId) {}

    /** @param invitation null when none was asked for or the contact has no access */
    record ContactOutcome(String userId, String outcome, String invitation, Long retryAfter) {}

    /**
     * What became of a company or of one of its contacts.
     *
     * @param number 0 for the company itself
     * @param companyName null when the company is not there any more
     * @param contact null for the company itself
     * @param username null when the contact is not there any more
     * @param email null when the contact has none, or is not there any more
     * @param outcome null while the company waits
     */
    record Row(
            int place,
            int number,
            String companyId,
            String companyName,
            ContactOutcome contact,
            String username,
            String email,
            String outcome) {}

    /** Found by Keycloak through its services file. */
    interface Factory extends ProviderFactory<Openings> {}

    /** Found by Keycloak through its services file. */
    final class Spi extends StoreSpi {
        public Spi() {
            super("client-portal-openings", Openings.class, Factory.class);
        }
    }
}
