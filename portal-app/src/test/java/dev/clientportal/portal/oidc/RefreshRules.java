package dev.clientportal.portal.oidc;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clientportal.portal.notification.KeycloakStandIn;
import dev.clientportal.portal.notification.LoginsStandIn;
import dev.clientportal.portal.notification.MovingClock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How those who are signed in stay so, on every database. Each login has a name of its own, which is also its cookie. */
abstract class RefreshRules {
    private static final String CONTACT = "/c/birch/";
    private static final String STAFF = "/staff/templates";

    KeycloakStandIn keycloak;

    @Inject
    Session database;

    @Inject
    MovingClock clock;

    @Inject
    Vertx vertx;

    @TestHTTPResource
    URI portal;

    private HttpClient browsers;

    @BeforeEach
    void open() {
        browsers = vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(200));
    }

    @AfterEach
    void close() {
        browsers.close();
    }

    @Test
    @Tag("C4")
    void whoeverKeycloakKeepsWaitingKeepsNobodyElseWaiting() {
        CountDownLatch answer = new CountDownLatch(1);
        List<String> logins = IntStream.range(0, KeycloakStandIn.CONNECTIONS + 5)
                .mapToObj(i -> i % 2 == 0 ? contact(0) : staff(0))
                .toList();
        // The first requests of all take as long as they like.
        assertThat(Stream.of(get(CONTACT, contact(0)), get(STAFF, staff(0))).map(CompletableFuture::join))
                .containsOnly(200);
        logins.forEach(login -> keycloak.logins().hold(login, answer));
        try {
            List<CompletableFuture<Integer>> pages = IntStream.range(0, logins.size())
                    .mapToObj(i -> get(i % 2 == 0 ? CONTACT : STAFF, logins.get(i)))
                    .toList();
            await().until(() -> keycloak.logins().waiting() == logins.size());

            assertThat(get(CONTACT, contact(clock.millis())).join()).isEqualTo(200);

            assertThat(keycloak.logins().waiting()).isEqualTo(logins.size());
            answer.countDown();
            assertThat(pages).extracting(CompletableFuture::join).containsOnly(200);
        } finally {
            answer.countDown();
        }
    }

    @Test
    @Tag("C4")
    void requestsAtOnceUseARefreshTokenOnce() {
        String contact = contact(0);
        String staff = staff(0);

        List<CompletableFuture<Integer>> pages = IntStream.range(0, 20)
                .boxed()
                .flatMap(i -> Stream.of(get(CONTACT, contact), get(STAFF, staff)))
                .toList();

        assertThat(pages).extracting(CompletableFuture::join).containsOnly(200);
        assertThat(keycloak.logins().refreshes(contact)).isEqualTo(1);
        assertThat(keycloak.logins().refreshes(staff)).isEqualTo(1);
        assertThat(refreshToken(contact)).isEqualTo(contact + ".1");
    }

    @Test
    @Tag("D5")
    void whatADeadNodeHadIsFreeWhenItsLeaseEnds() {
        String contact = contact(0);
        lease(contact, clock.millis() + Refreshes.LEASE.toMillis());

        CompletableFuture<Integer> page = get(CONTACT, contact);
        await().during(Duration.ofMillis(300)).until(() -> keycloak.logins().refreshes(contact) == 0 && !page.isDone());
        clock.forward(Refreshes.LEASE);

        assertThat(page.join()).isEqualTo(200);
        assertThat(keycloak.logins().refreshes(contact)).isEqualTo(1);
    }

    @Test
    void whoLostTheLeaseKeepsNothing() {
        String contact = contact(0);
        CountDownLatch answer = new CountDownLatch(1);
        keycloak.logins().hold(contact, answer);
        try {
            CompletableFuture<Integer> slow = get(CONTACT, contact);
            await().until(() -> keycloak.logins().waiting() == 1);
            clock.forward(Refreshes.LEASE);

            assertThat(get(CONTACT, contact).join()).isEqualTo(200);
            answer.countDown();

            assertThat(slow.join()).isEqualTo(200);
            assertThat(keycloak.logins().refreshes(contact)).isEqualTo(2);
            assertThat(refreshToken(contact)).isEqualTo(contact + ".1");
        } finally {
            answer.countDown();
        }
    }

    @Test
    @Tag("C4")
    void noAnswerAndARefusalAreToldAtOnceAndTheNextRequestAsksAgain() {
        String contact = contact(0);

        keycloak.logins().refuse(contact, 500, "server_error", "Broken");
        assertThat(get(CONTACT, contact).join()).isEqualTo(503);
        assertThat(leasedUntil(contact)).isZero();
        keycloak.logins().refuse(contact, 400, "invalid_grant", "The company is not open: company_inactive");
        assertThat(get(CONTACT, contact).join()).isEqualTo(403);
        assertThat(leasedUntil(contact)).isZero();
        assertThat(get(CONTACT, contact).join()).isEqualTo(200);

        assertThat(keycloak.logins().refreshes(contact)).isEqualTo(3);
    }

    /** @return the status */
    private CompletableFuture<Integer> get(String page, String login) {
        String cookie = page.equals(CONTACT) ? "__Host-portal" : "__Host-portal-staff";
        RequestOptions request = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(portal.getPort(), portal.getHost()))
                .setHost(KeycloakStandIn.DOMAIN)
                .setURI(page)
                .addHeader("Cookie", cookie + '=' + login);
        return browsers.request(request)
                .compose(sent -> sent.send())
                .compose(answer -> answer.body().map(answer.statusCode()))
                .toCompletionStage()
                .toCompletableFuture();
    }

    /** Somebody who is signed in, and whom Keycloak was asked about then. */
    private String contact(long checkedAt) {
        String login = UUID.randomUUID().toString();
        Map<String, Object> values =
                Map.of("id", Secrets.sha256(login), "login", login, "issuer", keycloak.realm(), "now", clock.millis());
        write(
                "insert into portal_session (id, issuer, client_id, keycloak_session, user_id, email, last_used) "
                        + "values (:id, :issuer, 'portal', :login, :login, 'anna@client.example', :now)",
                values);
        write(
                "insert into portal_entry (id, session_id, company, company_id, company_name, rights, refresh_token, "
                        + "access_token, id_token, checked_at) "
                        + "values (:login, :id, 'birch', 'birch-id', 'Birch', '', :token, '', '', :checked)",
                Map.of(
                        "id",
                        Secrets.sha256(login),
                        "login",
                        login,
                        "token",
                        LoginsStandIn.first(login),
                        "checked",
                        checkedAt));
        return login;
    }

    private String staff(long goodUntil) {
        String login = UUID.randomUUID().toString();
        write(
                "insert into portal_staff_session (id, issuer, client_id, keycloak_session, user_id, name, account, "
                        + "may_enter, refresh_token, access_token, id_token, good_until, last_used) values (:id, :issuer, "
                        + "'portal-staff', :login, :login, 'Mia', 'mia', true, :token, '', '', :good, :now)",
                Map.of(
                        "id",
                        Secrets.sha256(login),
                        "login",
                        login,
                        "issuer",
                        keycloak.realm(),
                        "token",
                        LoginsStandIn.first(login),
                        "good",
                        goodUntil,
                        "now",
                        clock.millis()));
        return login;
    }

    private void lease(String contact, long until) {
        write("update portal_entry set leased_until = :until where id = :id", Map.of("until", until, "id", contact));
    }

    private void write(String sql, Map<String, Object> values) {
        requiringNew().run(() -> {
            var query = database.createNativeMutationQuery(sql);
            values.forEach(query::setParameter);
            assertThat(query.executeUpdate()).isEqualTo(1);
        });
    }

    private String refreshToken(String contact) {
        return of(contact, "refresh_token", String.class);
    }

    private long leasedUntil(String contact) {
        return of(contact, "leased_until", Long.class);
    }

    private <T> T of(String contact, String column, Class<T> type) {
        return requiringNew()
                .call(() -> database.createNativeQuery("select " + column + " from portal_entry where id = :id", type)
                        .setParameter("id", contact)
                        .getSingleResult());
    }
}
