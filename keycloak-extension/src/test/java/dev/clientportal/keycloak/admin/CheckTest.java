package dev.clientportal.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {
    @ParameterizedTest
    @ValueSource(strings = {"Zoë", "שלום עולם", "😀 👩‍👩‍👧", "O'Neill-Smith", "名前"})
    void namesOfTheWorldAreTaken(String name) {
        assertThat(Check.line("name", name, 255)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x", "a\n", "\ta", "a\u0000", "a\u007f", "a\u0085b", "\ud800", "a\udc00b"})
    void lineBreaksControlCharactersAndHalfLettersAreRefused(String text) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Check.line("name", text, 255));
    }

    @Test
    void textsMayHaveLines() {
        assertThat(Check.lines("text", "a\r\nb\tc\n", 255)).isEqualTo("a\r\nb\tc");
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Check.lines("text", "a\u0000", 255));
    }

    @Test
    void lengthIsLimited() {
        assertThat(Check.line("name", "a".repeat(255), 255)).hasSize(255);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Check.line("name", "a".repeat(256), 255));
    }

    @Test
    void emptyIsNothing() {
        assertThat(Check.line("name", null, 9)).isNull();
        assertThat(Check.line("name", "", 9)).isNull();
        assertThat(Check.line("name", "  ", 9)).isNull();
    }

    @Test
    void refusalNamesTheFieldAndNotTheValue() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Check.line("firstName", "secret\n", 255))
                .satisfies(refused -> {
                    assertThat(refused.getResponse().getEntity().toString())
                            .contains("field=firstName")
                            .doesNotContain("secret");
                    assertThat(refused.getResponse().getStatus()).isEqualTo(400);
                });
    }

    @Test
    void enumsAreReadInAnyCase() {
        assertThat(Check.oneOf("state", "blocked", AccessState.class)).isEqualTo(AccessState.BLOCKED);
        assertThat(Check.oneOf("state", "", AccessState.class)).isNull();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Check.oneOf("state", "locked", AccessState.class))
                .withMessageContaining("none, enabled, disabled, blocked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "\u0000", "õ", "0123456789012345678901234567890123456"})
    void whatNoIdLooksLikeIsNotLookedUp(String id) {
        assertThat(Check.isId(id)).isFalse();
    }
}
