package dev.clientportal.portal.signing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Roughly which browser on which system, for example "Chrome on Android": enough to recognise, too little to track. */
final class CoarseClient {
    /** In the order to ask: most browsers say the names of others, too. */
    private static final Map<String, Pattern> BROWSERS = ordered(
            "Edge", "Edg(e|A|iOS)?/",
            "Opera", "OPR/|Opera",
            "Samsung Internet", "SamsungBrowser/",
            "Firefox", "Firefox/|FxiOS/",
            "Chrome", "Chrome/|CriOS/|Chromium/",
            "Safari", "Safari/");

    private static final Map<String, Pattern> SYSTEMS = ordered(
            "iOS", "iPhone|iPad|iPod",
            "Android", "Android",
            "Windows", "Windows",
            "macOS", "Macintosh|Mac OS X",
            "ChromeOS", "CrOS",
            "Linux", "Linux");

    private CoarseClient() {}

    /** Null when it is none that is known. */
    static String of(String userAgent) {
        String browser = first(BROWSERS, userAgent);
        String system = first(SYSTEMS, userAgent);
        if (browser == null || system == null) return browser == null ? system : browser;
        return browser + " on " + system;
    }

    private static String first(Map<String, Pattern> known, String userAgent) {
        if (userAgent == null) return null;
        return known.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(userAgent).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Pattern> ordered(String... namesAndPatterns) {
        Map<String, Pattern> ordered = new LinkedHashMap<>();
        for (int i = 0; i < namesAndPatterns.length; i += 2) {
            ordered.put(namesAndPatterns[i], Pattern.compile(namesAndPatterns[i + 1]));
        }
        return ordered;
    }
}
