package dev.clientportal.connectors.door;

import static dev.clientportal.connectors.door.ServedRoute.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OriginsTest {
    private static final String CONSOLE = "https://login.example.com";
    private static final String FOREIGN = "https://login.example.com.evil.example";

    private final AtomicInteger calls = new AtomicInteger();
    private ServedRoute served;

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void pageOfANamedOriginMayAskWithItsTokenAndReadTheAnswer() throws Exception {
        start(CONSOLE);

        HttpResponse<String> preflight = preflight(CONSOLE);
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(calls).hasValue(0);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo(CONSOLE);
        assertThat(header(preflight, "Access-Control-Allow-Methods").split(","))
                .containsExactlyInAnyOrder("GET", "POST");
        assertThat(header(preflight, "Access-Control-Allow-Headers").split(","))
                .containsExactlyInAnyOrder("Authorization", "Content-Type", "traceparent");
        assertThat(preflight.headers().map()).doesNotContainKey("access-control-allow-credentials");

        HttpResponse<String> answer = send(call().header("Origin", CONSOLE));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(CONSOLE);
        assertThat(header(answer, "Access-Control-Expose-Headers").split(","))
                .containsExactlyInAnyOrder("Location", "Retry-After", "Content-Disposition");
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-credentials");
    }

    @Test
    void pageOfAnotherOriginIsRefusedBeforeAnythingIsDone() throws Exception {
        start(CONSOLE);

        for (HttpResponse<String> refused :
                List.of(preflight(FOREIGN), preflight("null"), send(call().header("Origin", FOREIGN)))) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
            assertThat(refused.headers().map()).doesNotContainKey("access-control-allow-origin");
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void callerThatIsNoBrowserIsNotAskedForAnOrigin() throws Exception {
        start(CONSOLE);

        assertThat(send(call()).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutTheSettingNoPageIsLetIn() throws Exception {
        start(null);

        assertThat(preflight(CONSOLE).statusCode()).isEqualTo(405);
        assertThat(send(call().header("Origin", CONSOLE)).headers().map())
                .doesNotContainKey("access-control-allow-origin");
    }

    private void start(String originsOrNull) throws Exception {
        served = new ServedRoute(
                originsOrNull == null ? Map.of() : Map.of("origins", originsOrNull),
                exchange -> calls.incrementAndGet());
    }

    private HttpRequest.Builder call() {
        return served.call("");
    }

    private HttpResponse<String> preflight(String origin) throws Exception {
        return send(call().method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization"));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
