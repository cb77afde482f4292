package dev.clientportal.portal.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a token request gave.
 *
 * @param lasts how long the access token is good for
 * @param claims what the ID token says
 */
public record Tokens(String access, Duration lasts, String refresh, String id, JWTClaimsSet claims) {
    public String userId() {
        return claims.getSubject();
    }

    /** The {@code sid} of Keycloak's session. */
    public String keycloakSession() {
        return text("sid");
    }

    public String username() {
        return text("preferred_username");
    }

    /** Null for somebody who has none. */
    public String name() {
        return text("name");
    }

    /** Null for somebody who has none. */
    public String email() {
        return text("email");
    }

    public List<String> realmRoles() {
        return claims.getClaim("realm_access") instanceof Map<?, ?> access
                        && access.get("roles") instanceof List<?> roles
                ? roles.stream().map(String::valueOf).toList()
                : List.of();
    }

    private String text(String claim) {
        try {
            return claims.getStringClaim(claim);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
