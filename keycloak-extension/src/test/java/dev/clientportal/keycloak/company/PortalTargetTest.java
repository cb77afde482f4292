package dev.clientportal.keycloak.company;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortalTargetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://portal.example",
                "HTTPS://portal.example/a?b=c#/d",
                "http://127.0.0.1:8080/tasks/17",
                "https://[::1]/x",
                "https://xn--pt-rjaa.example/%C3%A4"
            })
    void addressesOfTheWebAreTaken(String address) {
        assertThat(PortalTarget.isWebAddress(address)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "portal.example",
                "/tasks",
                "//portal.example",
                "https:///tasks",
                "https:tasks",
                "javascript:alert(1)",
                "JavaScript://portal.example/%0aalert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "https://a@portal.example/",
                "https://portal.example@evil.example/",
                "https://portal.example\\@evil.example/",
                "https://portal_under.score@evil/",
                "https://portal.example/ x",
                "https://portal.example/\t",
                "https://portal.example/\r\nX: y",
                "https://päev.example/",
                "https://portal.example/%zz"
            })
    void everythingElseIsNot(String address) {
        assertThat(PortalTarget.isWebAddress(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {2001, 10_240})
    void addressThatIsTooLongIsNot(int length) {
        String start = "https://portal.example/";
        assertThat(PortalTarget.isWebAddress(start + "a".repeat(length - start.length())))
                .isFalse();
        assertThat(PortalTarget.isWebAddress(start + "a".repeat(PortalTarget.MAX_LENGTH - start.length())))
                .isTrue();
    }
}
