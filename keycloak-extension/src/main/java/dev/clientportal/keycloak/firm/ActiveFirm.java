package dev.clientportal.keycloak.firm;

import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The first gate: while it is closed, nothing behind it can be opened. */
public final class ActiveFirm {
    private ActiveFirm() {}

    public static void require(KeycloakSession session, RealmModel realm) {
        if (session.getProvider(FirmStore.class)
                .find(realm.getId())
                .filter(Firm::isActive)
                .isEmpty()) {
            throw new ProblemException(Problem.FIRM_INACTIVE, "Activate the firm's portal first.");
        }
    }
}
