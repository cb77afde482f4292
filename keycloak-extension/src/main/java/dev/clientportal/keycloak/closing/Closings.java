package dev.clientportal.keycloak.closing;

import dev.clientportal.keycloak.StoreSpi;
import java.util.List;
import java.util.Optional;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/**
 * Portals that were closed and whose contacts' sessions are still being ended. The guard refuses their tokens at once; this
 * is the tidying up, of any size, by whichever node takes it. Times are milliseconds.
 */
public interface Closings extends Provider {
    /**
     * Writes down that the sessions in the company, or (null) in all of the firm's, are to be ended. Only contacts who ever
     * entered count.
     */
    void start(String realmId, String orgIdOrNull, long now);

    /** The newest closing of the company, or (null) of the firm. */
    Optional<Closing> latest(String realmId, String orgIdOrNull);

    Optional<Closing> find(String id);

    /** Takes one that nobody works on; empty when there is none. */
    Optional<Closing> lease(long now, long until);

    /** The next contacts after those that are done. */
    List<Entered> next(Closing closing, int max);

    /** These are done, too; the lease is renewed. */
    void advance(Closing closing, List<Entered> done, long until);

    void finish(Closing closing, long now);

    /** @param finishedAt null while it is being worked on */
    record Closing(
            String id,
            String realmId,
            String orgId,
            long startedAt,
            Long finishedAt,
            long contacts,
            long done,
            String afterOrg,
            String afterUser) {}

    /** A contact who entered a company at some time. */
    record Entered(String orgId, String userId) {}

    /** Found by Keycloak through its services file. */
    interface Factory extends ProviderFactory<Closings> {}

    /** Found by Keycloak through its services file. */
    final class Spi extends StoreSpi {
        public Spi() {
            super("client-portal-closings", Closings.class, Factory.class);
        }
    }
}
