package dev.clientportal.keycloak.limit;

import dev.clientportal.keycloak.StoreSpi;
import java.util.List;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/**
 * The limits of security rule 8. Counters are rows, so that all nodes share them; each question is one conditional update
 * in a transaction of its own, so that a request that fails later still counts. If the database does not answer, the
 * question fails with its exception, and nothing is sent.
 */
public interface Limiter extends Provider {
    /** A mail to this address. Returns 0 when it may go out now, else the seconds to wait. */
    long mailTo(String realmId, String address);

    /** What {@link #mailTo} would return now, without counting. */
    long waitBeforeMailTo(String realmId, String address);

    /** A mail asked for from this IP address. Returns 0, or the seconds to wait. */
    long requestFrom(String realmId, String ipAddress);

    /**
     * Both of the above, in this order. Returns 0, or the seconds to wait.
     *
     * @param queueing what is done in the same transaction when the mail may go out: it happens if and only if it counts
     */
    long requestedMail(String realmId, String ipAddress, String address, Consumer<KeycloakSession> queueing);

    /** A link or code tried from this IP address. Returns 0, or the seconds to wait. */
    long tryFrom(String realmId, String ipAddress);

    /** An invitation of a bulk call. Returns 0, or the seconds to wait. */
    long bulkInvitation(String realmId);

    /** A mail that another system wants to be sent to this address. Returns 0, or the seconds to wait. */
    long noticeTo(String realmId, String address);

    /** A mail to look at that an admin wants to be sent to themselves. Returns 0, or the seconds to wait. */
    long testMailTo(String realmId, String userId);

    /** Least seconds between two mails to one address. */
    long mailPause();

    /** Every number that the answers above follow from. */
    List<Limit.InForce> inForce();

    /** Found by Keycloak through its services file. */
    interface Factory extends ProviderFactory<Limiter> {}

    /** Found by Keycloak through its services file. */
    final class Spi extends StoreSpi {
        public static final String NAME = "client-portal-limits";

        /** The names of the server options begin with it. */
        public static final String OPTIONS = "spi-" + NAME + "--database--";

        public Spi() {
            super(NAME, Limiter.class, Factory.class);
        }
    }
}
