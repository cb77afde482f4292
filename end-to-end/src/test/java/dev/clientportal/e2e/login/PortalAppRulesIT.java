package dev.clientportal.e2e.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Visitor;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What nobody but the contact's own browser and Keycloak may do to a session of the portal application. */
@ExtendWith({Stack.class, LandsInPortal.class})
class PortalAppRulesIT {
    private Contact contact;
    private Http browser;

    @BeforeEach
    void signIn() {
        contact = Portal.newContact("birch-bakery");
        browser = Visitor.invited(contact).browser();
        assertThat(home().body()).contains("Welcome to the portal of Northwind Accounting");
        assertThat(home().body()).contains("Hello, Con Tact");
    }

    @Test
    @Tag("S1")
    void formOfAnotherSiteDoesNothing() {
        for (String origin : List.of("https://elsewhere.example", "null", "")) {
            HttpRequest.Builder post = HttpRequest.newBuilder(URI.create(PortalApi.portal() + "/sign-out"))
                    .POST(BodyPublishers.noBody());
            if (!origin.isEmpty()) post.header("Origin", origin);

            assertThat(browser.send(post).status()).as(origin).isEqualTo(403);
        }
        assertThat(browser.get(PortalApi.portal() + "/sign-out").status()).isEqualTo(405);
        assertThat(home().status()).isEqualTo(200);
        assertThat(Facts.sessions(contact)).hasSize(1);
    }

    @Test
    @Tag("S12")
    void logoutThatKeycloakDidNotSayEndsNothing() throws JOSEException {
        String session = Facts.sessions(contact).get(0).path("id").asText();
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType("logout+jwt"))
                        .build(),
                logout(Stack.local().realmUrl(), session));
        RSAKey key = new RSAKeyGenerator(2048).generate();
        forged.sign(new RSASSASigner(key));

        for (String token : List.of(
                forged.serialize(),
                new PlainJWT(logout(Stack.local().realmUrl(), session)).serialize(),
                new PlainJWT(logout("https://elsewhere.example/realms/northwind", session)).serialize(),
                "no token")) {
            Answer refused = new Http()
                    .postForm(Stack.local().portalUrl() + "/back-channel-logout", Map.of("logout_token", token));

            assertThat(refused.status()).as(token).isEqualTo(400);
        }
        assertThat(home().status()).isEqualTo(200);
    }

    /** Over a socket of its own: Java's client lets nobody choose this header. */
    @Test
    @Tag("S13")
    void hostThatIsNoPortalsIsNotFound() throws IOException {
        URI portal = URI.create(Stack.local().portalUrl());
        for (String host :
                List.of("elsewhere.example", "a_b", "127.0.0.1", "portal.northwind.example.elsewhere.example")) {
            try (Socket socket = new Socket(portal.getHost(), portal.getPort())) {
                socket.getOutputStream()
                        .write(("GET /c/birch-bakery/ HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));

                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .as(host)
                        .startsWith("HTTP/1.1 404")
                        .doesNotContain(host, "Northwind");
            }
        }
    }

    @Test
    @Tag("S16")
    void pageIsNobodyElsesToKeepOrToFrame() {
        Answer page = home();

        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("<script", "style=\"", "onclick");
    }

    private static JWTClaimsSet logout(String issuer, String session) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("portal")
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString())
                .claim("sid", session)
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .build();
    }

    /** Over the session at Keycloak: no page in between. */
    private Answer home() {
        Answer answer = browser.get(PortalApi.portal() + "/c/birch-bakery/");
        for (int i = 0; i < 6 && answer.status() / 100 == 3; i++) {
            answer = browser.get(answer.location().toString());
        }
        return answer;
    }
}
