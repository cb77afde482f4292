package dev.clientportal.keycloak.firm;

import dev.clientportal.keycloak.link.LinkEnd;
import dev.clientportal.keycloak.link.LinkStore;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import java.util.Map;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The first gate: opens and closes the whole firm's portal. Doing it twice is doing it once. */
public final class FirmActivation {
    private final RealmModel realm;
    private final FirmStore firms;
    private final LinkStore links;

    public FirmActivation(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        this.firms = session.getProvider(FirmStore.class);
        this.links = session.getProvider(LinkStore.class);
    }

    /** Returns false when it was active already. */
    public boolean activate() {
        Firm firm = firms.findOrDefaults(realm.getId());
        requireReady(firm.getDomain());
        if (firm.isActive()) return false;
        firm.setActive(true);
        return true;
    }

    /** Returns false when it was not active. Every open link into the firm ends in the same transaction. */
    public boolean deactivate() {
        Firm firm = firms.find(realm.getId()).orElse(null);
        if (firm == null || !firm.isActive()) return false;
        firm.setActive(false);
        links.endRealm(realm.getId(), LinkEnd.CLOSED, Time.currentTimeMillis());
        return true;
    }

    /** Refuses when a firm with this domain (or null) could not be activated. */
    public void requireReady(String domain) {
        if (domain == null) throw missing("domain", "Save the portal settings with a domain name first.");
        if (!realm.isOrganizationsEnabled()) {
            throw missing("organizationsEnabled", "Enable organizations in the realm's settings first.");
        }
    }

    private static ProblemException missing(String field, String detail) {
        return new ProblemException(Problem.SETTINGS_INCOMPLETE, detail, Map.of("field", field));
    }
}
