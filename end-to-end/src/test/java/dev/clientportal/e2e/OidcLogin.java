package dev.clientportal.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.stack.LocalStack;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One authorization code request with PKCE by a public client, from its beginning to its tokens. */
public final class OidcLogin {
    /** Nobody listens there: the redirect itself is what is looked at. */
    public static final String REDIRECT_URI = "http://127.0.0.1:1/callback";

    private final Http browser;
    private final String realm;
    private final String clientId;
    private final String secret;
    private final String verifier = random();
    private final String state = random();

    public OidcLogin(Http browser, String clientId) {
        this(browser, clientId, null);
    }

    /** @param secret null for a public client */
    public OidcLogin(Http browser, String clientId, String secret) {
        this(browser, LocalStack.REALM, clientId, secret);
    }

    /** As above, in another realm than the one that most tests work in. */
    public OidcLogin(Http browser, String realm, String clientId, String secret) {
        this.browser = browser;
        this.realm = realm;
        this.clientId = clientId;
        this.secret = secret;
    }

    /** The first page, or the redirect to the application where single sign-on needs none. */
    public Answer begin() {
        return begin(Map.of());
    }

    /** @param more parameters such as {@code prompt} or {@code login_hint} */
    public Answer begin(Map<String, String> more) {
        return browser.follow(browser.get(url(more)));
    }

    public String url(Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", clientId);
        parameters.put("response_type", "code");
        parameters.put("scope", "openid");
        parameters.put("redirect_uri", REDIRECT_URI);
        parameters.put("state", state);
        parameters.put("code_challenge", challenge());
        parameters.put("code_challenge_method", "S256");
        parameters.putAll(more);
        return Stack.local().realmUrl(realm) + "/protocol/openid-connect/auth?" + Http.encoded(parameters);
    }

    /** The parameters with which the answer leads back to the application; the state must be this login's. */
    public Map<String, String> redirect(Answer answer) {
        Answer last = browser.follow(answer);
        URI location = last.status() / 100 == 3 ? last.location() : last.uri();
        if (!location.toString().startsWith(REDIRECT_URI)) {
            throw new AssertionError("No way back to the application: " + last);
        }
        Map<String, String> parameters = Arrays.stream(location.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        if (!state.equals(parameters.get("state"))) {
            throw new AssertionError("The state of another login: " + location);
        }
        return parameters;
    }

    /** Changes the code that came back for tokens. */
    public JsonNode tokens(Answer answer) {
        return Portal.ok(tryTokens(redirect(answer).get("code"))).json();
    }

    public Answer tryTokens(String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("client_id", clientId);
        if (secret != null) form.put("client_secret", secret);
        form.put("redirect_uri", REDIRECT_URI);
        form.put("code_verifier", verifier);
        form.put("code", code);
        return new Http().postForm(Stack.local().realmUrl(realm) + "/protocol/openid-connect/token", form);
    }

    private String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
