package dev.clientportal.portal.signin;

import dev.clientportal.portal.firm.KeycloakAwayException;
import dev.clientportal.portal.oidc.Tokens;
import java.util.List;
import java.util.Map;

/**
 * The one company that a contact's tokens are for, and what the contact may do there.
 *
 * @param company the alias
 */
record Membership(String company, String companyId, String companyName, List<String> rights) {
    /** @throws KeycloakAwayException when the ID token names none: Keycloak gives no such to a portal client */
    static Membership of(Tokens tokens) {
        if (!(tokens.claims().getClaim("organization") instanceof Map<?, ?> organizations)
                || organizations.size() != 1
                || !(tokens.claims().getClaim("client_portal") instanceof Map<?, ?> portal)) {
            throw new KeycloakAwayException("The token names no company", null);
        }
        Map.Entry<?, ?> organization = organizations.entrySet().iterator().next();
        return new Membership(
                String.valueOf(organization.getKey()),
                organization.getValue() instanceof Map<?, ?> known ? String.valueOf(known.get("id")) : "",
                String.valueOf(portal.get("company")),
                portal.get("rights") instanceof List<?> rights
                        ? rights.stream().map(String::valueOf).toList()
                        : List.of());
    }
}
