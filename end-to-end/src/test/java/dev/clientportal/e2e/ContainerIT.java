package dev.clientportal.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The jars as a firm uses them that runs Keycloak's image: an invitation and a login, with real mail. Skipped, with the
 * reason, where there is no container engine. The requests are written out, as {@link Portal} and {@link Mailbox} belong
 * to the stack that runs without containers.
 */
class ContainerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ADMIN = "/admin/realms/northwind/client-portal";
    private static final String APPLICATION = "http://127.0.0.1:1/callback";
    private static final String VERIFIER = "a-verifier-of-more-than-43-letters-for-one-test-only";

    private final Http staff = new Http();
    private ContainerStack stack;
    private String token;

    /** Not before all: Maven tells the reason of a skipped test, and nothing of a skipped class. */
    @BeforeEach
    void start() {
        stack = ContainerStack.start();
    }

    @AfterEach
    void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void invitedContactComesInByTheMailedLinkAndLaterByAnother() {
        String email = "kaia.kask@client.example";
        Http phone = new Http();
        Http desktop = new Http();
        signInStaff();
        openPortal();
        String company = openCompany("birch-bakery");
        String contact = addContact(company, email);

        ok(post(ADMIN + "/companies/" + company + "/contacts/" + contact + "/invitations", Map.of()));
        Answer arrived = press(phone, nextLink(email, 1));

        assertThat(phone.isSignedIn())
                .as("signed in by the invitation: %s", arrived)
                .isTrue();
        assertThat(arrived.uri()).hasToString(stack.realmUrl() + "/account/");
        assertThat(emailOf(phone, begin(phone, "none"))).isEqualTo(email);

        assertThat(desktop.isSignedIn()).isFalse();
        Answer addressPage = desktop.follow(begin(desktop, ""));
        desktop.follow(desktop.submit(addressPage, "#client-portal-ask", Map.of("email", email)));
        Answer application = press(desktop, nextLink(email, 2));

        assertThat(desktop.isSignedIn())
                .as("signed in by the link: %s", application)
                .isTrue();
        assertThat(emailOf(desktop, application)).isEqualTo(email);
    }

    private void signInStaff() {
        token = ok(staff.postForm(
                        stack.realmUrl() + "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                "mia",
                                "password",
                                "mia")))
                .json()
                .path("access_token")
                .asText();
    }

    private void openPortal() {
        Map<String, Object> firm = new LinkedHashMap<>();
        firm.put("domain", "portal.northwind.example");
        firm.put("name", "Northwind Accounting");
        firm.put("help", "help@northwind.example");
        firm.put("timeZone", "Europe/Tallinn");
        firm.put("portalClientId", "account-console");
        firm.put("version", get(ADMIN + "/firm").path("version").asInt());
        ok(send(request(ADMIN + "/firm").PUT(BodyPublishers.ofString(json(firm)))));
        ok(post(ADMIN + "/firm/activate", Map.of()));
    }

    private String openCompany(String alias) {
        String id = get(ADMIN + "/companies?search=" + alias)
                .path("items")
                .path(0)
                .path("id")
                .asText();
        ok(post(ADMIN + "/companies/" + id + "/activate", Map.of()));
        return id;
    }

    private String addContact(String company, String email) {
        return ok(post(
                        ADMIN + "/companies/" + company + "/contacts",
                        Map.of("email", email, "firstName", "Kaia", "lastName", "Kask", "silent", true)))
                .json()
                .path("userId")
                .asText();
    }

    /** The link of the contact's mail with this number; each mail is waited for. */
    private String nextLink(String email, int number) {
        var mails = await("mail " + number + " to " + email)
                .atMost(PATIENCE)
                .until(() -> stack.mailServer().receivedBy(email), received -> received.size() >= number);
        String link = Mailbox.link(mails.get(number - 1));
        assertThat(link).startsWith(stack.realmUrl() + "/");
        return link;
    }

    private static Answer press(Http browser, String link) {
        return browser.follow(browser.submit(browser.get(link), "#client-portal-open", Map.of()));
    }

    /** A login at the portal's client; with {@code none} it succeeds only where the browser is signed in. */
    private Answer begin(Http browser, String prompt) {
        var parameters = new LinkedHashMap<>(Map.of(
                "client_id", "portal-demo",
                "response_type", "code",
                "scope", "openid email",
                "redirect_uri", APPLICATION,
                "code_challenge", challenge(),
                "code_challenge_method", "S256"));
        if (!prompt.isEmpty()) {
            parameters.put("prompt", prompt);
        }
        return browser.get(stack.realmUrl() + "/protocol/openid-connect/auth?" + Http.encoded(parameters));
    }

    /** Whom the application is told to be signed in. */
    private String emailOf(Http browser, Answer application) {
        URI back = application.location();
        assertThat(back.toString())
                .as("the way back to the application: %s", application)
                .startsWith(APPLICATION);
        String code = Arrays.stream(back.getRawQuery().split("&", -1))
                .filter(parameter -> parameter.startsWith("code="))
                .map(parameter -> parameter.substring("code=".length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No code in " + back));
        String accessToken = ok(browser.postForm(
                        stack.realmUrl() + "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "authorization_code",
                                "client_id", "portal-demo",
                                "redirect_uri", APPLICATION,
                                "code_verifier", VERIFIER,
                                "code", code)))
                .json()
                .path("access_token")
                .asText();
        return ok(browser.send(
                        HttpRequest.newBuilder(URI.create(stack.realmUrl() + "/protocol/openid-connect/userinfo"))
                                .header("Authorization", "Bearer " + accessToken)))
                .json()
                .path("email")
                .asText();
    }

    private static String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private JsonNode get(String path) {
        return ok(send(request(path).GET())).json();
    }

    private Answer post(String path, Object body) {
        return send(request(path).POST(BodyPublishers.ofString(json(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(stack.baseUrl() + path)).header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest.Builder builder) {
        return staff.send(builder.header("Authorization", "Bearer " + token));
    }

    private static Answer ok(Answer answer) {
        return Portal.ok(answer);
    }

    private static String json(Object body) {
        try {
            return Answer.JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
