package dev.clientportal.portal.page;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Days and times in the reader's language; times are the firm's. */
@TemplateExtension
final class Dates {
    private Dates() {}

    static String day(LocalDate day, Locale locale) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
    }

    /** @param millis since the epoch */
    static String time(Long millis, Locale locale, ZoneId zone) {
        return Instant.ofEpochMilli(millis)
                .atZone(zone)
                .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale));
    }

    /** For machines, as {@code <time datetime>} has it. */
    static String iso(Long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    static boolean isBefore(LocalDate day, LocalDate other) {
        return day.isBefore(other);
    }
}
