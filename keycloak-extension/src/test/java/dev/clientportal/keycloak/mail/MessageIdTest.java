package dev.clientportal.keycloak.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("D7")
class MessageIdTest {
    private static final String MAIL = "0190b7a1-2c3d-7e4f-8a5b-6c7d8e9f0a1b";

    @Test
    void namesItsMailAndIsAnotherOneAtEachTry() {
        String first = MessageId.of(MAIL, "portal.firm.example");

        assertThat(first).matches("<[0-9a-f.-]+@portal\\.firm\\.example>");
        assertThat(MessageId.of(MAIL, "portal.firm.example")).isNotEqualTo(first);
        assertThat(MessageId.mailId(first)).contains(MAIL);
        assertThat(MessageId.mailId(" " + first.substring(1, first.length() - 1)))
                .contains(MAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", MAIL, "<" + MAIL + "@firm.example>", "<" + MAIL + ".1>", "<1.1@firm.example>"})
    void othersAreNone(String messageId) {
        assertThat(MessageId.mailId(messageId)).isEmpty();
    }
}
