package dev.clientportal.portal.oidc;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/**
 * A login that was begun and is not finished. The browser keeps it, sealed, in a cookie named after its state: strangers
 * who begin logins cost the database nothing, and each tab has its own.
 *
 * @param domain the portal where it began
 * @param clientId the client that it is a login to
 * @param company the alias asked for, or null
 * @param page the path, below the portal, that was wanted, or null
 */
public record PendingLogin(
        String domain, String clientId, String state, String nonce, String verifier, String company, String page) {
    String sealed(OctetSequenceKey key) {
        try {
            EncryptedJWT sealed = new EncryptedJWT(
                    new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM),
                    new JWTClaimsSet.Builder()
                            .audience(List.of(domain, clientId))
                            .jwtID(state)
                            .claim("nonce", nonce)
                            .claim("verifier", verifier)
                            .claim("company", company)
                            .claim("page", page)
                            .build());
            sealed.encrypt(new DirectEncrypter(key));
            return sealed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty for what this application did not seal, and for a login of another portal, client or state. */
    static Optional<PendingLogin> unsealed(
            OctetSequenceKey key, String cookie, String domain, String clientId, String state) {
        try {
            EncryptedJWT sealed = EncryptedJWT.parse(cookie);
            sealed.decrypt(new DirectDecrypter(key));
            JWTClaimsSet claims = sealed.getJWTClaimsSet();
            boolean here = claims.getAudience().equals(List.of(domain, clientId));
            if (!here || !state.equals(claims.getJWTID())) return Optional.empty();
            return Optional.of(new PendingLogin(
                    domain,
                    clientId,
                    state,
                    claims.getStringClaim("nonce"),
                    claims.getStringClaim("verifier"),
                    claims.getStringClaim("company"),
                    claims.getStringClaim("page")));
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }
}
