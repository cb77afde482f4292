package dev.clientportal.portal.notification;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Logins at the stand-in that go on by refresh tokens. Each has a name, and its refresh tokens are that and a number. */
public final class LoginsStandIn {
    /** What a token request is answered with. */
    record Reply(int status, Object body) {}

    private final RSAKey key = key();
    private final Map<String, AtomicInteger> refreshes = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Map<String, Reply> refused = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();

    /** The refresh token that a login begins with. */
    public static String first(String login) {
        return login + ".0";
    }

    /** The login's next refresh gets no answer before the latch is down. */
    public void hold(String login, CountDownLatch until) {
        held.put(login, until);
    }

    /** The login's next refresh is answered so. */
    public void refuse(String login, int status, String error, String description) {
        refused.put(login, new Reply(status, Map.of("error", error, "error_description", description)));
    }

    /** How many refreshes are held up. */
    public int waiting() {
        return waiting.get();
    }

    /** How many refreshes of the login there were. */
    public int refreshes(String login) {
        return refreshes.getOrDefault(login, new AtomicInteger()).get();
    }

    Map<String, Object> keys() {
        return new JWKSet(key.toPublicJWK()).toJSONObject();
    }

    Reply refresh(String realm, String form) {
        Map<String, List<String>> fields = URLUtils.parseParameters(form);
        String login = fields.get("refresh_token").get(0).replaceAll("\\.\\d+$", "");
        await(held.remove(login));
        int number =
                refreshes.computeIfAbsent(login, any -> new AtomicInteger()).incrementAndGet();
        Reply refusal = refused.remove(login);
        if (refusal != null) return refusal;
        String client = client(fields.get("client_assertion").get(0));
        return new Reply(
                200,
                Map.of(
                        "access_token",
                        "token-of-" + login,
                        "token_type",
                        "Bearer",
                        "expires_in",
                        60,
                        "refresh_token",
                        login + '.' + number,
                        "id_token",
                        idToken(realm, client, login)));
    }

    private void await(CountDownLatch until) {
        if (until == null) return;
        waiting.incrementAndGet();
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private String idToken(String realm, String client, String login) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(realm)
                        .audience(client)
                        .subject(login)
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .claim("sid", login)
                        .claim("preferred_username", login)
                        .claim("realm_access", Map.of("roles", List.of("portal-staff")))
                        .claim("organization", Map.of("birch", Map.of("id", "birch-id")))
                        .claim("client_portal", Map.of("company", "Birch", "rights", List.of()))
                        .build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static String client(String assertion) {
        try {
            return JWTParser.parse(assertion).getJWTClaimsSet().getSubject();
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("stand-in").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
