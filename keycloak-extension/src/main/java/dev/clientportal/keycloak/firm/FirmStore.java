package dev.clientportal.keycloak.firm;

import dev.clientportal.keycloak.StoreSpi;
import java.util.Optional;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/** Where firms' settings and pictures live. */
public interface FirmStore extends Provider {
    Optional<Firm> find(String realmId);

    /** Finds the row; without one, the defaults, which are not saved. */
    Firm findOrDefaults(String realmId);

    /** Finds the row or makes one with the defaults. */
    Firm findOrCreate(String realmId);

    /** The id of the realm whose firm has this (folded) domain. */
    Optional<String> realmOf(String domain);

    /** Whether another realm has this (folded) domain. */
    boolean isDomainTaken(String domain, String exceptRealmId);

    /** Writes pending changes now, so that a taken domain or a lost race shows as an exception here. */
    void flush();

    Optional<FirmImage> image(String realmId, FirmImage.Kind kind);

    void saveImage(String realmId, FirmImage.Kind kind, FirmImage image);

    void removeImage(String realmId, FirmImage.Kind kind);

    /** The firm's own words for this kind of mail. */
    Optional<FirmText> text(String realmId, String kind);

    void saveText(String realmId, String kind, FirmText text);

    /** Removes all that the realm has, in every table of ours. */
    void removeRealm(String realmId);

    /** Found by Keycloak through its services file. */
    interface Factory extends ProviderFactory<FirmStore> {}

    /** Found by Keycloak through its services file. */
    final class Spi extends StoreSpi {
        public Spi() {
            super("client-portal-firm-store", FirmStore.class, Factory.class);
        }
    }
}
