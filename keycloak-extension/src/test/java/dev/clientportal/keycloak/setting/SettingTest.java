package dev.clientportal.keycloak.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SettingTest {
    private static final Setting<Integer> MINUTES = Setting.number("minutes", "Minutes", "How long.", 10, 1, 60);

    @Test
    void missingAndEmptyMeanTheDefault() {
        assertThat(MINUTES.from((Map<String, String>) null)).isEqualTo(10);
        assertThat(MINUTES.from(Map.of())).isEqualTo(10);
        assertThat(MINUTES.from(Map.of("minutes", " "))).isEqualTo(10);
    }

    @Test
    void wordIsOneOfAFew() {
        Setting<TimeUnit> unit = Setting.choice("unit", "Unit", "Of time.", TimeUnit.DAYS);

        assertThat(unit.from(Map.of("unit", " hours "))).isEqualTo(TimeUnit.HOURS);
        assertThat(unit.property().getDefaultValue()).isEqualTo("days");
        assertThatThrownBy(() -> unit.from(Map.of("unit", "fortnights"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersAreKeptWithinTheirBounds() {
        assertThat(MINUTES.from(Map.of("minutes", " 30 "))).isEqualTo(30);
        assertThat(MINUTES.from(Map.of("minutes", "0"))).isEqualTo(1);
        assertThat(MINUTES.from(Map.of("minutes", "999"))).isEqualTo(60);
        assertThat(MINUTES.property().getHelpText()).contains("From 1 to 60");
    }
}
