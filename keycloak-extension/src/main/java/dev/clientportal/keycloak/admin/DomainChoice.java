package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.firm.PortalDomain;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Whether a firm can have a domain name, and which ones it could have instead. */
record DomainChoice(KeycloakSession session, RealmModel realm) {
    static PortalDomain parse(String text) {
        return PortalDomain.parse(text)
                .orElseThrow(() -> Check.invalid("domain", "Not a host name of at least two labels."));
    }

    boolean isTaken(PortalDomain domain) {
        return isTaken(session, domain);
    }

    private boolean isTaken(KeycloakSession in, PortalDomain domain) {
        return in.getProvider(FirmStore.class).isDomainTaken(domain.folded(), realm.getId());
    }

    /** In a transaction of its own: the caller's may have failed because the name is taken. */
    List<String> freeVariations(PortalDomain domain) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(), own -> domain.variations().stream()
                        .filter(variation -> !isTaken(own, variation))
                        .map(PortalDomain::display)
                        .toList());
    }

    ProblemException taken(PortalDomain domain) {
        return new ProblemException(
                Problem.DOMAIN_TAKEN,
                "Another firm has this name.",
                Map.of("field", "domain", "variations", freeVariations(domain)));
    }
}
