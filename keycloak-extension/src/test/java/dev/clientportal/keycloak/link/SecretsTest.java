package dev.clientportal.keycloak.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SecretsTest {
    /** A digit is missing at a place less than once in 10^450 runs. */
    @Test
    @Tag("S5")
    void codeHasSixDigitsAndEachOfThemCanBeAny() {
        Set<String> codes = Stream.generate(Secrets::newCode).limit(10_000).collect(Collectors.toSet());

        assertThat(codes).allMatch(code -> code.matches("[0-9]{6}"));
        for (int place = 0; place < 6; place++) {
            int at = place;
            assertThat(codes.stream().map(code -> code.charAt(at)).distinct()).hasSize(10);
        }
    }
}
