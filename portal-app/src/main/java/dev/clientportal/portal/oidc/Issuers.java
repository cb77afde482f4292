package dev.clientportal.portal.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.clientportal.portal.firm.KeycloakAwayException;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** What a realm says about itself: its addresses and keys. */
@ApplicationScoped
class Issuers {
    private static final int PATIENCE = 5_000;

    /** One realm's. The keys are read again when a token names one that is not among them. */
    record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

    @CacheResult(cacheName = "issuers")
    Known find(String issuer) {
        try {
            OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(new Issuer(issuer), PATIENCE, PATIENCE);
            return new Known(
                    metadata,
                    JWKSourceBuilder.create(metadata.getJWKSetURI().toURL())
                            .retrying(true)
                            .build());
        } catch (GeneralException | IOException e) {
            throw new KeycloakAwayException(e.getMessage(), e);
        }
    }
}
