package dev.clientportal.portal.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import org.junit.jupiter.api.Test;

class PendingLoginTest {
    private static final PendingLogin LOGIN = new PendingLogin(
            "portal.example", "portal", "state", "nonce", "verifier", "birch-bakery", "/c/birch-bakery/?a=b");

    private final OctetSequenceKey key = key();

    @Test
    void comesBackAsItWas() {
        assertThat(PendingLogin.unsealed(key, LOGIN.sealed(key), "portal.example", "portal", "state"))
                .contains(LOGIN);
    }

    @Test
    void saysNothingToWhoeverHasIt() {
        assertThat(LOGIN.sealed(key)).doesNotContain("verifier").doesNotContain("birch");
    }

    @Test
    void isWorthNothingInAnotherPortalOrForAnotherClientOrStateOrWithAnotherKey() {
        String sealed = LOGIN.sealed(key);

        assertThat(PendingLogin.unsealed(key, sealed, "other.example", "portal", "state"))
                .isEmpty();
        assertThat(PendingLogin.unsealed(key, sealed, "portal.example", "portal-staff", "state"))
                .isEmpty();
        assertThat(PendingLogin.unsealed(key, sealed, "portal.example", "portal", "other"))
                .isEmpty();
        assertThat(PendingLogin.unsealed(key(), sealed, "portal.example", "portal", "state"))
                .isEmpty();
        assertThat(PendingLogin.unsealed(key, "no seal", "portal.example", "portal", "state"))
                .isEmpty();
    }

    private static OctetSequenceKey key() {
        try {
            return new OctetSequenceKeyGenerator(256).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
