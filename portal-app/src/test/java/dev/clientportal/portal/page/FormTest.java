package dev.clientportal.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    private static final String ID = "7d9f1f0e-6b0c-4f0e-9a52-0f6d3c9e1a11";

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", " \r\n\t\r\n ", "\u0000", "\u00a0", "\u200b\u2060", "\u202e \u202c", "\ufeff"})
    void whatShowsNothingIsEmpty(String text) {
        assertThat(Form.of(ID, text, 10)).isEqualTo(new Form(ID, "", "empty"));
    }

    @Test
    void whatShowsIsKeptAsItWasTyped() {
        for (String text :
                new String[] {"a\n b", "\ud83d\udc69\u200d\ud83d\udcbb", "\u05e9\u05dc\u05d5\u05dd", "<b>", "\u202eabc"
                }) {
            assertThat(Form.of(ID, text, 10)).isEqualTo(new Form(ID, text, null));
        }
        assertThat(Form.of(ID, " a\u0000b\r\nc ", 10).text()).isEqualTo("ab\nc");
    }

    @Test
    void newLineCountsAsOneCharacter() {
        String lines = "a\r\n".repeat(10);

        assertThat(Form.of(ID, lines, 19).error()).isNull();
        assertThat(Form.of(ID, lines, 18).error()).isEqualTo("tooLong");
        assertThat(Form.of(ID, lines, 18).text()).hasSize(19);
    }

    @Test
    void idThatNoFormHasIsReplaced() {
        for (String id : new String[] {null, "", "1", ID.toUpperCase(Locale.ROOT), ID + "0"}) {
            assertThat(Form.of(id, "a", 10).uuid().toString())
                    .isNotEqualToIgnoringCase(ID)
                    .hasSize(36);
        }
    }
}
