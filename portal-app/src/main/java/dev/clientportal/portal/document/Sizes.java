package dev.clientportal.portal.document;

import io.quarkus.qute.TemplateExtension;
import java.text.NumberFormat;
import java.util.Locale;

/** Sizes of files for people. */
@TemplateExtension
final class Sizes {
    private static final String[] UNITS = {"KB", "MB", "GB"};

    private Sizes() {}

    static String readable(Long bytes, Locale locale) {
        if (bytes < 1024) return bytes + " B";
        double size = bytes / 1024.0;
        int unit = 0;
        while (size >= 1023.95 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(size < 10 ? 1 : 0);
        return format.format(size) + " " + UNITS[unit];
    }
}
