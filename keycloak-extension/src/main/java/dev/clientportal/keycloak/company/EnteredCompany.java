package dev.clientportal.keycloak.company;

import dev.clientportal.keycloak.access.AccessDecision;
import dev.clientportal.keycloak.access.AccessPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Asks {@link AccessPolicy} once in a request: the guard, the claims and the choice of one request speak of one moment,
 * and a token costs one statement.
 */
final class EnteredCompany {
    private static final String ATTRIBUTE = "client-portal.decisions";

    private final KeycloakSession session;
    private final RealmModel realm;

    EnteredCompany(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    AccessDecision decide(String alias, UserModel contact) {
        return decisions().computeIfAbsent(contact.getId() + '/' + alias, key -> new AccessPolicy(session)
                .toLogInByAlias(realm, alias, contact));
    }

    /** One decision for each company of the contact; what they say is kept for the rest of the request. */
    List<AccessDecision> decideAll(UserModel contact) {
        List<AccessDecision> all = new AccessPolicy(session).everywhere(realm, contact);
        all.forEach(decision ->
                decisions().put(contact.getId() + '/' + decision.company().alias(), decision));
        return all;
    }

    private Map<String, AccessDecision> decisions() {
        Decisions known = session.getAttribute(ATTRIBUTE, Decisions.class);
        if (known == null) {
            known = new Decisions(new HashMap<>());
            session.setAttribute(ATTRIBUTE, known);
        }
        return known.byContactAndAlias();
    }

    private record Decisions(Map<String, AccessDecision> byContactAndAlias) {}
}
