package dev.clientportal.portal.oidc;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.ParseException;
import org.hibernate.Session;

/**
 * The application's own keys, made at the first use and kept in the database, so that every node has the same. Keycloak
 * reads the public one at {@link KeysResource}: no secret has to be configured on both sides.
 */
@ApplicationScoped
class Keys {
    private static final String SIGN = "sign";
    private static final String SEAL = "seal";

    private final Session database;
    private ECKey signing;
    private OctetSequenceKey sealing;

    Keys(Session database) {
        this.database = database;
    }

    /** Signs the application's requests for tokens (RFC 7523). */
    synchronized ECKey signing() {
        if (signing == null) signing = key(SIGN).toECKey();
        return signing;
    }

    /** Seals what a browser keeps while it signs in. */
    synchronized OctetSequenceKey sealing() {
        if (sealing == null) sealing = key(SEAL).toOctetSequenceKey();
        return sealing;
    }

    JWKSet published() {
        return new JWKSet(signing().toPublicJWK());
    }

    private JWK key(String name) {
        if (find(name) == null) write(name);
        KeyEntity kept = find(name);
        try {
            return JWK.parse(kept.jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("The key " + name + " in the database is no JWK", e);
        }
    }

    /** Not when another node was first. Nothing fails then: what fails is logged, with the key in it. */
    private void write(String name) {
        requiringNew().run(() -> database.createMutationQuery(
                        "insert into KeyEntity (name, jwk) values (:name, :jwk) on conflict do nothing")
                .setParameter("name", name)
                .setParameter("jwk", make(name).toJSONString())
                .executeUpdate());
    }

    private KeyEntity find(String name) {
        return requiringNew().call(() -> database.find(KeyEntity.class, name));
    }

    private static JWK make(String name) {
        try {
            return name.equals(SIGN)
                    ? new ECKeyGenerator(Curve.P_256)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.ES256)
                            .keyIDFromThumbprint(true)
                            .generate()
                    : new OctetSequenceKeyGenerator(256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
