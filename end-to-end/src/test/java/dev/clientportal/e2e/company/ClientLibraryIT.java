package dev.clientportal.e2e.company;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.OidcLogin;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Visitor;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Companies as an application meets them through a client library that knows nothing of us: Nimbus' OpenID Connect SDK. */
@ExtendWith(Stack.class)
@Tag("C1")
@Tag("C2")
class ClientLibraryIT {
    private static final ClientID CLIENT = new ClientID("portal-demo");
    private static final URI CALLBACK = URI.create(OidcLogin.REDIRECT_URI);

    private OIDCProviderMetadata provider;

    @BeforeEach
    void openPortalAndDiscoverIt() throws Exception {
        Portal.open();
        provider = OIDCProviderMetadata.resolve(new Issuer(Stack.local().realmUrl()));
    }

    @Test
    void contactChoosesAndTwoTabsKeepTheirCompaniesOverTwoRefreshesEach() throws Exception {
        Contact contact = contactOfTwo();
        Http browser = new Http();
        Login first = new Login(browser, null);
        Answer page = signIn(browser, first, contact);
        assertThat(Visitor.headline(page)).isEqualTo("Which company?");
        OIDCTokens birch = first.tokens(
                browser.submit(page, "#client-portal-companies", Map.of("company", Portal.company("birch-bakery"))));
        Login second = new Login(browser, null, "company", "cedar-cycles");
        OIDCTokens cedar = second.tokens(second.begin());

        for (int i = 0; i < 2; i++) {
            birch = refreshed(birch);
            cedar = refreshed(cedar);
            assertThat(companies(birch)).containsExactly("birch-bakery");
            assertThat(companies(cedar)).containsExactly("cedar-cycles");
        }
        UserInfoResponse userInfo = UserInfoResponse.parse(
                new UserInfoRequest(provider.getUserInfoEndpointURI(), (AccessToken) cedar.getAccessToken())
                        .toHTTPRequest()
                        .send());
        assertThat(userInfo.toSuccessResponse().getUserInfo().getJSONObjectClaim("organization"))
                .containsOnlyKeys("cedar-cycles");
    }

    @Test
    void silentRequestEndsWithTokensOrWithOneOfTwoErrors() throws Exception {
        Contact contact = Portal.newContact("birch-bakery");
        Http browser = Visitor.invited(contact).browser();
        Portal.addContact("cedar-cycles", contact.email());
        Portal.addContactTo(Portal.newCompany(), contact.email());
        Portal.ok(Portal.mia().post(contact.path() + "/disable"));

        Login undecided = new Login(browser, Prompt.Type.NONE);
        assertThat(undecided.error(undecided.begin())).isEqualTo(OIDCError.INTERACTION_REQUIRED.getCode());
        Login open = new Login(browser, Prompt.Type.NONE, "company", "cedar-cycles");
        assertThat(companies(open.tokens(open.begin()))).containsExactly("cedar-cycles");
        Login closed = new Login(browser, Prompt.Type.NONE, "company", "birch-bakery");
        assertThat(closed.error(closed.begin())).isEqualTo(OAuth2Error.ACCESS_DENIED.getCode());
    }

    @Test
    @Tag("B3")
    void applicationComesBackFromAClosedCompanyIntoTheOpenOne() throws Exception {
        Contact contact = contactOfTwo();
        Http browser = new Http();
        Login cedar = new Login(browser, null, "company", "cedar-cycles");
        cedar.tokens(signIn(browser, cedar, contact));
        Login birch = new Login(browser, null, "company", "birch-bakery");
        OIDCTokens tokens = birch.tokens(birch.begin());
        Portal.ok(Portal.mia().post(contact.path() + "/block"));

        TokenResponse refused = request(new RefreshTokenGrant(tokens.getRefreshToken()));
        assertThat(refused.toErrorResponse().getErrorObject().getCode()).isEqualTo(OAuth2Error.INVALID_GRANT.getCode());
        Login again = new Login(browser, null);

        assertThat(companies(again.tokens(again.begin()))).containsExactly("cedar-cycles");
    }

    /** In birch-bakery and cedar-cycles, and never asked which. */
    private static Contact contactOfTwo() {
        Contact contact = Portal.newContact("birch-bakery");
        Portal.addContact("cedar-cycles", contact.email());
        return contact;
    }

    /** By a mailed link, in the login that the library began. */
    private static Answer signIn(Http browser, Login login, Contact contact) {
        Mailbox mailbox = Mailbox.of(contact.email());
        Visitor visitor = new Visitor(browser);
        visitor.ask(login.begin(), contact.email());
        return visitor.use(Mailbox.link(mailbox.next()));
    }

    private static Set<String> companies(OIDCTokens tokens) throws Exception {
        return tokens.getIDToken()
                .getJWTClaimsSet()
                .getJSONObjectClaim("organization")
                .keySet();
    }

    private OIDCTokens refreshed(OIDCTokens tokens) throws Exception {
        return ((OIDCTokenResponse)
                        request(new RefreshTokenGrant(tokens.getRefreshToken())).toSuccessResponse())
                .getOIDCTokens();
    }

    private TokenResponse request(AuthorizationGrant grant) throws Exception {
        return OIDCTokenResponseParser.parse(new TokenRequest.Builder(provider.getTokenEndpointURI(), CLIENT, grant)
                .build()
                .toHTTPRequest()
                .send());
    }

    /** One authorization request. */
    private final class Login {
        private final Http browser;
        private final State state = new State();
        private final Nonce nonce = new Nonce();
        private final CodeVerifier verifier = new CodeVerifier();
        private final AuthenticationRequest request;

        Login(Http browser, Prompt.Type promptOrNull, String... parameter) {
            this.browser = browser;
            var builder = new AuthenticationRequest.Builder(
                            new ResponseType(ResponseType.Value.CODE),
                            Scope.parse("openid organization"),
                            CLIENT,
                            CALLBACK)
                    .endpointURI(provider.getAuthorizationEndpointURI())
                    .state(state)
                    .nonce(nonce)
                    .codeChallenge(verifier, CodeChallengeMethod.S256);
            if (promptOrNull != null) builder.prompt(new Prompt(promptOrNull));
            if (parameter.length == 2) builder.customParameter(parameter[0], parameter[1]);
            request = builder.build();
        }

        Answer begin() {
            return browser.follow(browser.get(request.toURI().toString()));
        }

        OIDCTokens tokens(Answer answer) throws Exception {
            var success = response(answer).toSuccessResponse();
            OIDCTokens tokens = ((OIDCTokenResponse)
                            request(new AuthorizationCodeGrant(success.getAuthorizationCode(), CALLBACK, verifier))
                                    .toSuccessResponse())
                    .getOIDCTokens();
            new IDTokenValidator(
                            provider.getIssuer(),
                            CLIENT,
                            JWSAlgorithm.RS256,
                            provider.getJWKSetURI().toURL())
                    .validate(tokens.getIDToken(), nonce);
            return tokens;
        }

        String error(Answer answer) throws Exception {
            return response(answer).toErrorResponse().getErrorObject().getCode();
        }

        private AuthenticationResponse response(Answer answer) throws Exception {
            Answer last = browser.follow(answer);
            AuthenticationResponse response = AuthenticationResponseParser.parse(last.location());
            assertThat(response.getState()).isEqualTo(state);
            return response;
        }
    }
}
