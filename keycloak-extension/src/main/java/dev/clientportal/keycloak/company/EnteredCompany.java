package dev.clientportal.keycloak.company;

import dev.clientportal.keycloak.access.AccessDecision;
import dev.clientportal.keycloak.access.AccessFacts;
import dev.clientportal.keycloak.access.AccessPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Asks {@link AccessPolicy} once in a request: the link that is used up, the guard, the claims and the choice of one
 * request speak of one moment, and a token costs one statement.
 */
public final class EnteredCompany {
    private static final String ATTRIBUTE = "client-portal.decisions";

    private final KeycloakSession session;
    private final RealmModel realm;

    public EnteredCompany(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    AccessDecision decide(String alias, UserModel contact) {
        return decisions().byContactAndAlias().computeIfAbsent(key(contact, alias), key -> {
            AccessDecision decision = new AccessPolicy(session).toLogInByAlias(realm, alias, contact);
            if (decision.company() != null) met(decision.company());
            return decision;
        });
    }

    /** One decision for each company of the contact; what they say is kept for the rest of the request. */
    public List<AccessDecision> decideAll(UserModel contact) {
        Decisions known = decisions();
        List<AccessDecision> all = known.byContact()
                .computeIfAbsent(contact.getId(), id -> new AccessPolicy(session).everywhere(realm, contact));
        all.forEach(decision -> {
            AccessFacts company = decision.company();
            known.byContactAndAlias().put(key(contact, company.alias()), decision);
            met(company);
        });
        return all;
    }

    private void met(AccessFacts company) {
        CompanyAliases.of(session).met(company.alias(), company.orgId());
    }

    private static String key(UserModel contact, String alias) {
        return contact.getId() + '/' + alias;
    }

    private Decisions decisions() {
        Decisions known = session.getAttribute(ATTRIBUTE, Decisions.class);
        if (known == null) {
            known = new Decisions(new HashMap<>(), new HashMap<>());
            session.setAttribute(ATTRIBUTE, known);
        }
        return known;
    }

    private record Decisions(
            Map<String, AccessDecision> byContactAndAlias, Map<String, List<AccessDecision>> byContact) {}
}
