package dev.clientportal.portal.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.clientportal.portal.firm.KeycloakAddress;
import dev.clientportal.portal.firm.KeycloakAwayException;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;

/** What a realm says about itself: its addresses and keys. */
@ApplicationScoped
class Issuers {
    private static final int PATIENCE = 5_000;
    private static final String METADATA = "/.well-known/openid-configuration";

    private final KeycloakAddress place;

    Issuers(KeycloakAddress place) {
        this.place = place;
    }

    /**
     * One realm's.
     *
     * @param tokens where this application asks for tokens; all other addresses in the metadata are for browsers
     * @param keys are read again when a token names one that is not among them
     */
    record Known(OIDCProviderMetadata metadata, URI tokens, JWKSource<SecurityContext> keys) {}

    @CacheResult(cacheName = "issuers")
    Known find(String issuer) {
        try {
            OIDCProviderMetadata metadata = read(issuer);
            return new Known(
                    metadata,
                    place.of(metadata.getTokenEndpointURI().toString()),
                    JWKSourceBuilder.create(
                                    place.of(metadata.getJWKSetURI().toString()).toURL())
                            .retrying(true)
                            .build());
        } catch (ParseException | IOException e) {
            throw new KeycloakAwayException(e.getMessage(), e);
        }
    }

    /** One that stands under another issuer's address says nothing about it (OpenID Connect Discovery 1.0, section 4.3). */
    private OIDCProviderMetadata read(String issuer) throws ParseException, IOException {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, place.of(issuer + METADATA));
        request.setConnectTimeout(PATIENCE);
        request.setReadTimeout(PATIENCE);
        HTTPResponse answer = request.send();
        answer.ensureStatusCode(HTTPResponse.SC_OK);
        OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(answer.getBodyAsJSONObject());
        if (!metadata.getIssuer().getValue().equals(issuer)) throw new IOException("It is another issuer: " + issuer);
        return metadata;
    }
}
