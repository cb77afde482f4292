package dev.clientportal.keycloak.mail;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code {{name}}} in a firm's own texts. The result is plain text; templates escape it. */
public final class MergeFields {
    /** What a firm may write in invitations. */
    public static final Set<String> OF_INVITATIONS = Set.of("firstName", "lastName", "company", "firm", "expires");

    /** What a firm may write in mails that other systems ask for. */
    public static final Set<String> OF_NOTICES = Set.of("firstName", "lastName", "company", "firm", "title");

    private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    private final Map<String, String> values;

    MergeFields(Map<String, String> values) {
        this.values = values;
    }

    String into(String text) {
        return FIELD.matcher(text)
                .replaceAll(field -> Matcher.quoteReplacement(values.getOrDefault(field.group(1), "")));
    }

    /** Fields in the text that do not exist. */
    public static Set<String> unknownIn(String text, Set<String> known) {
        Set<String> unknown = new TreeSet<>();
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            if (!known.contains(field.group(1))) unknown.add(field.group(1));
        }
        return unknown;
    }
}
