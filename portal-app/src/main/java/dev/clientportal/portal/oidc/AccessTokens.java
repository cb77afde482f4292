package dev.clientportal.portal.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTClaimsSetVerifier;
import dev.clientportal.portal.firm.Firm;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tokens that callers send, checked by the realm's keys. */
@ApplicationScoped
public class AccessTokens {
    private final Issuers issuers;

    AccessTokens(Issuers issuers) {
        this.issuers = issuers;
    }

    /** The claims of a token that the firm's realm made for its portal client and that is not over; else empty. */
    public Optional<JWTClaimsSet> verified(Firm firm, String token) {
        return verified(
                firm,
                token,
                new DefaultJWTClaimsVerifier<>(firm.clientId(), ofType(firm, "Bearer"), Set.of("sub", "exp")));
    }

    /** The claims of a brand that the firm's realm signed for those who set it up, and that is not over; else empty. */
    public Optional<JWTClaimsSet> verifiedSample(Firm firm, String token) {
        return verified(
                firm,
                token,
                new DefaultJWTClaimsVerifier<>(
                        "client-portal-home", ofType(firm, "ClientPortalHome"), Set.of("name", "stylesheet", "exp")));
    }

    private static JWTClaimsSet ofType(Firm firm, String type) {
        return new JWTClaimsSet.Builder()
                .issuer(firm.issuer())
                .claim("typ", type)
                .build();
    }

    private Optional<JWTClaimsSet> verified(Firm firm, String token, JWTClaimsSetVerifier<SecurityContext> claims) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        // Keycloak's type of access tokens, and RFC 9068's; never an ID, refresh or logout token.
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                Oidc.ALGORITHMS, issuers.find(firm.issuer()).keys()));
        processor.setJWTClaimsSetVerifier(claims);
        try {
            return Optional.of(processor.process(token, null));
        } catch (ParseException | BadJOSEException | JOSEException notGood) {
            return Optional.empty();
        }
    }

    /** The roles of the firm's portal client that the token carries. */
    public List<String> roles(Firm firm, JWTClaimsSet claims) {
        Object clients = claims.getClaim("resource_access");
        if (!(clients instanceof Map<?, ?> all) || !(all.get(firm.clientId()) instanceof Map<?, ?> client)) {
            return List.of();
        }
        return client.get("roles") instanceof List<?> roles
                ? roles.stream().map(String::valueOf).toList()
                : List.of();
    }
}
