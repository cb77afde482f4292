package dev.clientportal.keycloak.company;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.keycloak.OAuth2Constants;
import org.keycloak.representations.AccessToken;

/**
 * The aliases that a token names: in its scope, and in its {@code organization} claim, in each of the forms that Keycloak's
 * own mapper gives it.
 */
final class CompaniesInToken {
    private CompaniesInToken() {}

    static Set<String> of(AccessToken token) {
        Object claim = token.getOtherClaims().get(OAuth2Constants.ORGANIZATION);
        Set<String> aliases = new LinkedHashSet<>(RequestedCompany.aliases(token.getScope()));
        if (claim instanceof Map<?, ?> byAlias) byAlias.keySet().forEach(alias -> aliases.add(String.valueOf(alias)));
        else if (claim instanceof Collection<?> list) list.forEach(alias -> aliases.add(String.valueOf(alias)));
        else if (claim != null) aliases.add(claim.toString());
        return aliases;
    }
}
