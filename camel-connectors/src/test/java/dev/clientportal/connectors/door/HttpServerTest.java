package dev.clientportal.connectors.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HttpServerTest {
    private static final String OURS = "ours";
    private static final String THEIRS = "theirs";

    @Test
    @Tag("S21")
    void onlyHeadersAndParametersOnTheListComeInAndGoOut() throws Exception {
        Map<String, Object> seen = new ConcurrentHashMap<>();
        try (ServedRoute served = new ServedRoute(Map.of(), exchange -> {
            seen.putAll(exchange.getMessage().getHeaders());
            exchange.getMessage().setHeader("commandId", OURS);
            exchange.getMessage().setHeader("Location", OURS);
        })) {
            HttpResponse<String> answer = ServedRoute.send(
                    served.call("?max=5&CamelFileName=theirs&commandId=theirs&org.apache.camel.x=theirs")
                            .header("idempotency-key", "a")
                            .header("CamelHttpUri", THEIRS)
                            .header("JMSReplyTo", THEIRS));

            assertThat(seen)
                    .containsEntry("max", "5")
                    .containsEntry("idempotency-key", "a")
                    .doesNotContainValue(THEIRS);
            assertThat(answer.headers().map()).containsKey("location").doesNotContainKey("commandid");
        }
    }
}
