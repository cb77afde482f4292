package dev.clientportal.keycloak.firm;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** States a moment in the firm's time zone and the reader's language, always with the zone. */
public final class FirmTime {
    private FirmTime() {}

    public static String format(Firm firm, long millis, Locale locale) {
        DateTimeFormatter date = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale);
        DateTimeFormatter zone = DateTimeFormatter.ofPattern("zzz", locale);
        var moment = Instant.ofEpochMilli(millis).atZone(zone(firm.getTimeZone()));
        return date.format(moment) + ' ' + zone.format(moment);
    }

    public static boolean isZone(String text) {
        try {
            ZoneId.of(text);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static ZoneId zone(String text) {
        return text == null || !isZone(text) ? ZoneId.of("UTC") : ZoneId.of(text);
    }
}
