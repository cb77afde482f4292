package dev.clientportal.keycloak.firm;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("B7")
class FirmTimeTest {
    private static final long SUMMER = Instant.parse("2026-07-01T12:00:00Z").toEpochMilli();
    private static final long WINTER = Instant.parse("2026-01-01T12:00:00Z").toEpochMilli();

    @Test
    void timeIsStatedInTheFirmsZoneWithItsName() {
        Firm tallinn = firmIn("Europe/Tallinn");

        assertThat(FirmTime.format(tallinn, SUMMER, Locale.ENGLISH))
                .contains("July 1, 2026")
                .contains("3:00")
                .endsWith("EEST");
        assertThat(FirmTime.format(tallinn, WINTER, Locale.ENGLISH))
                .contains("2:00")
                .endsWith("EET");
        assertThat(FirmTime.format(tallinn, SUMMER, Locale.GERMAN))
                .contains("1. Juli 2026")
                .contains("15:00");
    }

    @Test
    void aZoneThatIsGoneFallsBackToUtc() {
        assertThat(FirmTime.format(firmIn("Mars/Phobos"), SUMMER, Locale.ENGLISH))
                .contains("12:00")
                .endsWith("UTC");
        assertThat(FirmTime.format(firmIn(null), SUMMER, Locale.ENGLISH)).endsWith("UTC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Tallinn", "America/Argentina/Buenos_Aires", "+02:00"})
    void zonesAreKnown(String zone) {
        assertThat(FirmTime.isZone(zone)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Mars/Phobos", "europe/tallinn", "+99:00", "<b>"})
    void whatIsNoZoneIsRefused(String zone) {
        assertThat(FirmTime.isZone(zone)).isFalse();
    }

    private static Firm firmIn(String zone) {
        return (Firm) Proxy.newProxyInstance(
                Firm.class.getClassLoader(), new Class<?>[] {Firm.class}, (proxy, method, args) -> {
                    if (method.getName().equals("getTimeZone")) return zone;
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
