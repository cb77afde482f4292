package dev.clientportal.portal.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import dev.clientportal.portal.firm.Firm;
import dev.clientportal.portal.firm.KeycloakAwayException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Set;

/** The application as a confidential client: authorization code with PKCE, and a key of its own in place of a secret. */
@ApplicationScoped
public class Oidc {
    private static final int PATIENCE = 10_000;
    static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.EdDSA);

    private final Issuers issuers;
    private final Keys keys;

    Oidc(Issuers issuers, Keys keys) {
        this.issuers = issuers;
        this.keys = keys;
    }

    URI authorization(Client client, URI callback, PendingLogin login) {
        var request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, client.scope(), new ClientID(client.id()), callback)
                .endpointURI(issuers.find(client.issuer()).metadata().getAuthorizationEndpointURI())
                .state(new State(login.state()))
                .nonce(new Nonce(login.nonce()))
                .codeChallenge(new CodeVerifier(login.verifier()), CodeChallengeMethod.S256);
        if (login.company() != null) request.customParameter("company", login.company());
        return request.build().toURI();
    }

    /** Changes a code for tokens. */
    public Tokens redeem(Client client, URI callback, PendingLogin login, String code) throws RefusedException {
        return tokens(
                client,
                new AuthorizationCodeGrant(new AuthorizationCode(code), callback, new CodeVerifier(login.verifier())),
                new Nonce(login.nonce()));
    }

    public Tokens refresh(Client client, String refreshToken) throws RefusedException {
        return tokens(client, new RefreshTokenGrant(new RefreshToken(refreshToken)), null);
    }

    private Tokens tokens(Client client, AuthorizationGrant grant, Nonce nonce) throws RefusedException {
        Issuers.Known issuer = issuers.find(client.issuer());
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(send(client, issuer, grant));
            if (!response.indicatesSuccess()) {
                throw refused(response.toErrorResponse().getErrorObject());
            }
            OIDCTokens tokens = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
            JWTClaimsSet claims = validator(client, issuer)
                    .validate(tokens.getIDToken(), nonce)
                    .toJWTClaimsSet();
            return new Tokens(
                    tokens.getAccessToken().getValue(),
                    Duration.ofSeconds(tokens.getAccessToken().getLifetime()),
                    tokens.getRefreshToken().getValue(),
                    tokens.getIDTokenString(),
                    claims);
        } catch (IOException | com.nimbusds.oauth2.sdk.ParseException | BadJOSEException | JOSEException e) {
            throw new KeycloakAwayException(e.getMessage(), e);
        }
    }

    /** A token of the application itself, for what it does while nobody is there: the service account of the firm's client. */
    public AccessToken ownToken(Firm firm) {
        try {
            TokenResponse response = TokenResponse.parse(
                    send(Client.forContacts(firm), issuers.find(firm.issuer()), new ClientCredentialsGrant()));
            if (!response.indicatesSuccess()) {
                throw away(response.toErrorResponse().getErrorObject());
            }
            return response.toSuccessResponse().getTokens().getAccessToken();
        } catch (IOException | com.nimbusds.oauth2.sdk.ParseException | JOSEException e) {
            throw new KeycloakAwayException(e.getMessage(), e);
        }
    }

    private HTTPResponse send(Client client, Issuers.Known issuer, AuthorizationGrant grant)
            throws IOException, JOSEException {
        HTTPRequest request = new TokenRequest.Builder(issuer.tokens(), authentication(client), grant)
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(PATIENCE);
        request.setReadTimeout(PATIENCE);
        return request.send();
    }

    /** Anything but a grant that is over is no answer about the person: our own key or setting is wrong, or Keycloak's. */
    private static RefusedException refused(ErrorObject error) {
        if (!OAuth2Error.INVALID_GRANT.getCode().equals(error.getCode())) throw away(error);
        return new RefusedException(error.getDescription());
    }

    private static KeycloakAwayException away(ErrorObject error) {
        return new KeycloakAwayException(error.getCode() + ": " + error.getDescription(), null);
    }

    private PrivateKeyJWT authentication(Client client) throws JOSEException {
        return new PrivateKeyJWT(
                new ClientID(client.id()),
                URI.create(client.issuer()),
                JWSAlgorithm.ES256,
                keys.signing().toECPrivateKey(),
                keys.signing().getKeyID(),
                null);
    }

    private static IDTokenValidator validator(Client client, Issuers.Known issuer) {
        return new IDTokenValidator(
                new Issuer(client.issuer()),
                new ClientID(client.id()),
                new JWSVerificationKeySelector<>(ALGORITHMS, issuer.keys()),
                null);
    }

    /** Where a sign-out goes on, so that Keycloak's own session ends as well. */
    public URI logout(Client client, String idToken, URI afterwards) {
        try {
            return new LogoutRequest(
                            issuers.find(client.issuer()).metadata().getEndSessionEndpointURI(),
                            JWTParser.parse(idToken),
                            afterwards,
                            null)
                    .toURI();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The checked content of a back-channel logout token (OpenID Connect Back-Channel Logout 1.0, section 2.6).
     *
     * @throws BadJOSEException when the realm did not make it for this client
     */
    LogoutTokenClaimsSet logoutToken(String issuer, String clientId, JWT token) throws BadJOSEException {
        try {
            return new LogoutTokenValidator(
                            new Issuer(issuer),
                            new ClientID(clientId),
                            new JWSVerificationKeySelector<>(
                                    ALGORITHMS, issuers.find(issuer).keys()),
                            null)
                    .validate(token);
        } catch (JOSEException e) {
            throw new BadJOSEException(e.getMessage(), e);
        }
    }
}
