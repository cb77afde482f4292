package dev.clientportal.portal.firm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.portal.PortalSettings;
import dev.clientportal.portal.notification.KeycloakStandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The application has a name for the firm's own systems beside the one for browsers. */
@QuarkusTest
@WithTestResource(KeycloakStandIn.class)
class InternalAddressTest {
    private static final String KEYS = "/.well-known/jwks.json";
    private static final String PORTAL = "/f/" + KeycloakStandIn.DOMAIN + "/";

    @Inject
    PortalSettings settings;

    @Inject
    Vertx vertx;

    @TestHTTPResource
    URI here;

    private HttpClient client;

    @BeforeEach
    void open() {
        client = vertx.createHttpClient();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void keycloakFindsTheKeysUnderTheNameThatItKnows() {
        assertThat(get(KeycloakStandIn.INTERNAL_HOST, KEYS).statusCode()).isEqualTo(200);
        assertThat(get(URI.create(settings.url()).getHost(), KEYS).statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("S13")
    void whateverNameWasUsedBrowsersAreLedToThePublicAddresses() {
        HttpClientResponse answer = get(KeycloakStandIn.INTERNAL_HOST, PORTAL);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.getHeader("Location"))
                .startsWith(KeycloakStandIn.PUBLIC_URL + "/realms/")
                .contains("redirect_uri=http%3A%2F%2Flocalhost%3A8090%2Ff%2F")
                .doesNotContain(KeycloakStandIn.INTERNAL_HOST);
    }

    @Test
    @Tag("S13")
    void anyOtherNameMeetsNothing() {
        assertThat(get("elsewhere.example", KEYS).statusCode()).isEqualTo(404);
        assertThat(get("elsewhere.example", PORTAL).statusCode()).isEqualTo(404);
    }

    private HttpClientResponse get(String host, String path) {
        return client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setServer(SocketAddress.inetSocketAddress(here.getPort(), here.getHost()))
                        .setHost(host)
                        .setPort(80)
                        .setURI(path))
                .compose(request -> request.send())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
