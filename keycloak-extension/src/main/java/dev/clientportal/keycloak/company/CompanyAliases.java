package dev.clientportal.keycloak.company;

import java.util.HashMap;
import java.util.Map;
import org.keycloak.models.KeycloakSession;

/** Which company an alias was found to be of, for the rest of a request. A hint: what it says is looked at again. */
final class CompanyAliases {
    private static final String ATTRIBUTE = "client-portal.aliases";

    private final Map<String, String> ids = new HashMap<>();

    private CompanyAliases() {}

    static CompanyAliases of(KeycloakSession session) {
        CompanyAliases known = session.getAttribute(ATTRIBUTE, CompanyAliases.class);
        if (known == null) {
            known = new CompanyAliases();
            session.setAttribute(ATTRIBUTE, known);
        }
        return known;
    }

    /** Null when the alias was not met yet. */
    String orgId(String alias) {
        return ids.get(alias);
    }

    void met(String alias, String orgId) {
        ids.put(alias, orgId);
    }
}
