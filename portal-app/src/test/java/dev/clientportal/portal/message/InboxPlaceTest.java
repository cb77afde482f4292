package dev.clientportal.portal.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboxPlaceTest {
    @Test
    void placeIsReadAsItWasWritten() {
        for (boolean unread : new boolean[] {true, false}) {
            InboxPlace place = new InboxPlace(unread, 1_795_000_000_000L, "7d9f1f0e-6b0c-4f0e-9a52-0f6d3c9e1a11");

            assertThat(InboxPlace.parse(place.toString())).isEqualTo(place);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "2.1.7d9f1f0e-6b0c-4f0e-9a52-0f6d3c9e1a11",
                "1.9999999999999999999.7d9f1f0e-6b0c-4f0e-9a52-0f6d3c9e1a11",
                "1.1.' or 1=1"
            })
    void whatIsNoPlaceBeginsTheList(String forged) {
        InboxPlace start = InboxPlace.parse(forged);

        assertThat(start.unread()).isTrue();
        assertThat(start.writtenAt()).isEqualTo(Long.MAX_VALUE);
    }
}
