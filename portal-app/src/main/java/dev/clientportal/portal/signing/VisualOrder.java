package dev.clientportal.portal.signing;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line as it is seen from left to right, whichever way its scripts run. */
final class VisualOrder {
    /** A character with the marks on it. */
    private static final Pattern CLUSTER = Pattern.compile("\\P{M}\\p{M}*|\\p{M}+");

    private static final Map<String, String> MIRRORED =
            Map.of("(", ")", ")", "(", "[", "]", "]", "[", "{", "}", "}", "{", "<", ">", ">", "<", "«", "»", "»", "«");

    private VisualOrder() {}

    static String of(String line) {
        if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) return line;
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        byte[] levels = new byte[bidi.getRunCount()];
        String[] runs = new String[bidi.getRunCount()];
        for (int run = 0; run < runs.length; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            String text = line.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            runs[run] = levels[run] % 2 == 0 ? text : reversed(text);
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        return String.join("", runs);
    }

    private static String reversed(String text) {
        List<String> clusters = new ArrayList<>();
        Matcher found = CLUSTER.matcher(text);
        while (found.find()) clusters.add(MIRRORED.getOrDefault(found.group(), found.group()));
        Collections.reverse(clusters);
        return String.join("", clusters);
    }
}
