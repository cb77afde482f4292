package dev.clientportal.keycloak.firm;

import java.util.regex.Pattern;

/**
 * The colours that pages and mails use, made from the firm's one colour so that text keeps a contrast of at least 4.5:1
 * (WCAG 2.2, 1.4.3) whatever the firm chose.
 */
public record BrandColors(String primary, String onPrimary, String accentOnLight, String accentOnDark) {
    /** The theme's own colour, for firms that chose none. */
    public static final String DEFAULT_PRIMARY = "#1f4fd8";

    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final double TEXT_CONTRAST = 4.5;
    private static final int LIGHT_PAGE = 0xf6f7f9;
    private static final int DARK_PAGE = 0x1d232c;

    public static boolean isColor(String text) {
        return text != null && HEX.matcher(text).matches();
    }

    public static BrandColors of(String primaryOrNull) {
        int primary = parse(isColor(primaryOrNull) ? primaryOrNull : DEFAULT_PRIMARY);
        int onPrimary = contrast(primary, 0xffffff) >= TEXT_CONTRAST ? 0xffffff : 0x000000;
        return new BrandColors(
                hex(primary),
                hex(onPrimary),
                hex(moved(primary, 0x000000, LIGHT_PAGE)),
                hex(moved(primary, 0xffffff, DARK_PAGE)));
    }

    /** They as the theme's style sheet wants them. */
    public String styleSheet() {
        return """
                :root{--cp-primary:%1$s;--cp-on-primary:%2$s;--cp-accent-text:%3$s;--cp-focus:%3$s}
                @media (prefers-color-scheme:dark){:root:not(.cp-light){--cp-accent-text:%4$s;--cp-focus:%4$s}}
                """.formatted(primary, onPrimary, accentOnLight, accentOnDark);
    }

    /** Mixes the colour with black or white, a twentieth at a time, until it can be read on the page. */
    private static int moved(int color, int towards, int page) {
        for (int step = 0; step < 20; step++) {
            int mixed = mix(color, towards, step / 20.0);
            if (contrast(mixed, page) >= TEXT_CONTRAST) return mixed;
        }
        return towards;
    }

    private static int mix(int a, int b, double part) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int channel = (int) Math.round(((a >> shift) & 255) * (1 - part) + ((b >> shift) & 255) * part);
            mixed |= channel << shift;
        }
        return mixed;
    }

    static double contrast(int a, int b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(int color) {
        return 0.2126 * linear(color >> 16 & 255) + 0.7152 * linear(color >> 8 & 255) + 0.0722 * linear(color & 255);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    static int parse(String hex) {
        return Integer.parseInt(hex.substring(1), 16);
    }

    private static String hex(int color) {
        return String.format("#%06x", color);
    }
}
