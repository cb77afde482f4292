package dev.clientportal.portal.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

/**
 * What a token request gave, and what its ID token says.
 *
 * @param company the alias of the one company that the tokens are for
 */
record Tokens(
        String access,
        String refresh,
        String id,
        String userId,
        String keycloakSession,
        String name,
        String email,
        String company,
        String companyId,
        String companyName,
        List<String> rights) {

    /** @throws ParseException when the token names no company: Keycloak gives none such to a portal client */
    static Tokens of(String access, String refresh, String id, JWTClaimsSet claims) throws ParseException {
        Map<String, Object> organizations = claims.getJSONObjectClaim("organization");
        Map<String, Object> portal = claims.getJSONObjectClaim("client_portal");
        if (organizations == null || organizations.size() != 1 || portal == null) {
            throw new ParseException("The token names no company", 0);
        }
        String alias = organizations.keySet().iterator().next();
        Object organization = organizations.get(alias);
        String companyId = organization instanceof Map<?, ?> known ? String.valueOf(known.get("id")) : "";
        Object rights = portal.get("rights");
        return new Tokens(
                access,
                refresh,
                id,
                claims.getSubject(),
                claims.getStringClaim("sid"),
                claims.getStringClaim("name"),
                claims.getStringClaim("email"),
                alias,
                companyId,
                String.valueOf(portal.get("company")),
                rights instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of());
    }
}
