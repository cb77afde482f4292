package dev.clientportal.portal.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes names of files that fit any reader's disk and show what they are, in any script. */
public final class FileName {
    static final int LONGEST = 150;

    private static final int LONGEST_EXTENSION = 10;

    /** Control characters, and those that turn the direction of what follows: {@code fdp.exe} would read as {@code exe.pdf}. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]");

    private static final Pattern NOT_ON_WINDOWS = Pattern.compile("[<>:\"|?*]");
    private static final Pattern EDGES = Pattern.compile("^[.\\s\\p{Z}]+|[.\\s\\p{Z}]+$");
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\\u00b9\\u00b2\\u00b3])(\\s*\\..*)?");

    private FileName() {}

    /** What is left of the name that somebody gave; {@code file} where nothing is. */
    public static String clean(String given) {
        String composed = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC);
        String seen = UNSEEN.matcher(composed).replaceAll("");
        String last = seen.substring(Math.max(seen.lastIndexOf('/'), seen.lastIndexOf('\\')) + 1);
        String fit = edged(NOT_ON_WINDOWS.matcher(last).replaceAll("_"));
        if (fit.isEmpty()) return "file";
        return shortened(DEVICE.matcher(fit).matches() ? "_" + fit : fit);
    }

    /** In lower case and without its dot; empty for none. */
    public static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String edged(String name) {
        return EDGES.matcher(name).replaceAll("");
    }

    /** Keeps the extension. */
    private static String shortened(String name) {
        if (name.length() <= LONGEST) return name;
        String extension = extension(name);
        boolean keep = !extension.isEmpty() && extension.length() <= LONGEST_EXTENSION;
        String tail = keep ? name.substring(name.length() - extension.length() - 1) : "";
        int cut = LONGEST - tail.length();
        if (Character.isHighSurrogate(name.charAt(cut - 1))) cut--;
        return edged(name.substring(0, cut)) + tail;
    }
}
