package dev.clientportal.portal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NotificationTest {
    @Test
    void whatIsTooLongForAMailIsCutBetweenLetters() {
        Notification told = with("a".repeat(253) + "😀 and more", "b".repeat(2001));

        assertThat(told.title()).isEqualTo("a".repeat(253) + "…");
        assertThat(told.text()).isEqualTo("b".repeat(1999) + "…");
        assertThat(with("a".repeat(255), "b".repeat(2000)).title()).isEqualTo("a".repeat(255));
    }

    @Test
    void lettersThatNoMailTakesBecomeBlanks() {
        Notification told = with(" Sign\r\nthe \0report\t\ud800", "One\nTwo\u0007");

        assertThat(told.title()).isEqualTo("Sign the  report");
        assertThat(told.text()).isEqualTo("One\nTwo");
        assertThat(with("A", " ").text()).isNull();
        assertThat(with("😀", null).title()).isEqualTo("😀");
    }

    @Test
    void aTitleIsNeeded() {
        assertThatThrownBy(() -> with(" ", "text")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Notification with(String title, String text) {
        return new Notification(
                "northwind",
                "portal.example",
                "company",
                "user",
                NotificationKind.CUSTOM,
                "https://portal.example/",
                title,
                text);
    }
}
