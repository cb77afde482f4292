package dev.clientportal.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTagTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "W/\"3\"", "*", "\"2\", \"3\""})
    void versionIsAmongThoseThatTheCallerSaw(String header) {
        assertThat(new VersionTag(header).matches(3)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "3", "\"33\"", "", "\"3"})
    void anyOtherHeaderDoesNotMatch(String header) {
        assertThat(new VersionTag(header).matches(3)).isFalse();
    }

    @Test
    void withoutTheHeaderEveryVersionMatches() {
        assertThat(new VersionTag(null).matches(3)).isTrue();
    }
}
