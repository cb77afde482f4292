package dev.clientportal.connectors.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientportal.connectors.door.Problem;
import dev.clientportal.connectors.door.ProblemException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("D4")
class CallKeyTest {
    @Test
    void quotesOfTheHeaderAreNotPartOfTheKey() {
        assertThat(CallKey.of("\"a-1\"", null)).isEqualTo(CallKey.of("a-1", "project-1"));
    }

    @Test
    void externalIdStandsForAMissingKeyAndIsNeverTheSameAsAGivenOne() {
        assertThat(CallKey.of(null, "a-1").isGiven()).isFalse();
        assertThat(CallKey.of(null, "a-1").text())
                .isNotEqualTo(CallKey.of("a-1", null).text());
        assertThat(CallKey.of(null, null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "a b", "a\u00e4", "a\tb", "a\u0000"})
    void malformedKeyIsRefused(String header) {
        assertThatThrownBy(() -> CallKey.of(header, "project-1"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(Problem.INVALID_IDEMPOTENCY_KEY));
    }

    @Test
    void keyOf255LettersIsTakenAndALongerOneIsNot() {
        assertThat(CallKey.of("k".repeat(255), null).text()).hasSizeGreaterThan(255);
        assertThatThrownBy(() -> CallKey.of("k".repeat(256), null)).isInstanceOf(ProblemException.class);
    }
}
