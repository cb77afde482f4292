package dev.clientportal.keycloak.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("A5")
class CursorTest {
    @ParameterizedTest
    @CsvSource({"a, b", "õun 😀, שלום", "a.b.c, '.'", "'', x", "'a\"b', 'c/d?e=f'"})
    void whatWentInComesOut(String first, String second) {
        String cursor = Cursor.encode(first, second);

        assertThat(cursor).matches("[A-Za-z0-9_.-]*");
        assertThat(Cursor.decode(cursor, 2)).containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "YQ", "YQ.YQ.YQ", "!.!", "YQ.=", "AA.YQ", "Cg.YQ", "YQ.YQ ", ".", "YQ."})
    void whatWeDidNotMakeIsRefused(String cursor) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Cursor.decode(cursor, 2))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(Problem.INVALID));
    }

    @Test
    void anEndlessCursorIsRefused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Cursor.decode("a".repeat(100_000) + ".YQ", 2));
    }

    @Test
    void aPageKnowsWhetherThereIsAnother() {
        PageRequest two = PageRequest.of(null, "2", 1);

        assertThat(Page.of(List.of("a", "b"), two, Cursor::encode).next()).isNull();
        Page<String> first = Page.of(List.of("a", "b", "c"), two, Cursor::encode);
        assertThat(first.items()).containsExactly("a", "b");
        assertThat(PageRequest.of(first.next(), null, 1).after()).containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "1.5", "x", "99999999999", " 1"})
    void aPageHasOneToAHundredRows(String max) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> PageRequest.of(null, max, 1));
    }

    @Test
    void aPageHasTwentyRowsUnlessSaid() {
        assertThat(PageRequest.of(null, null, 1)).isEqualTo(new PageRequest(List.of(), 20));
    }
}
