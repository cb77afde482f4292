package dev.clientportal.connectors.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S21")
class AllowedHeadersTest {
    private final AllowedHeaders headers = new AllowedHeaders();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamelHttpUri",
                "camelHttpUri",
                "cAmElFileName",
                "org.apache.camel.x",
                "CamelJmsDestinationName",
                "JMSReplyTo",
                "JMSXGroupID",
                "commandId",
                "breadcrumbId",
                "MethodName",
                "bean",
                "Cookie",
                "X-Forwarded-For",
                "Host",
                "realm ",
                "Ｃamel",
                ""
            })
    void whatIsNotOnTheListStaysOutside(String name) {
        assertThat(headers.applyFilterToExternalHeaders(name, "x", null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "authorization", "Content-Type", "Idempotency-Key", "realm", "job", "max"})
    void whatRoutesReadComesIn(String name) {
        assertThat(headers.applyFilterToExternalHeaders(name, "x", null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelHttpResponseCode", "Authorization", "Idempotency-Key", "realm", "commandId"})
    void whatCameInOrSteersStaysInside(String name) {
        assertThat(headers.applyFilterToCamelHeaders(name, "x", null)).isTrue();
    }
}
