package dev.clientportal.keycloak.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one script that Keycloak (26.x, BrowserHistoryHelper) writes into a page that answers a POST: it puts the address of
 * the page's GET into the history, so that reload and back repeat no POST. The policy allows exactly this text, by its
 * hash, and only where it has the form that Keycloak gives it.
 */
final class HistoryScript {
    private static final Pattern SCRIPT = Pattern.compile(
            "<SCRIPT>( if \\(typeof history\\.replaceState === 'function'\\) \\{"
                    + "  history\\.replaceState\\(\\{\\}, \"some title\", \"https?://[^\"<>\\\\\\s]*\"\\); \\})</SCRIPT></head>",
            Pattern.CASE_INSENSITIVE);

    private HistoryScript() {}

    /** For the policy's {@code script-src}: empty, or a blank and the hash. */
    static String source(Object page) {
        if (!(page instanceof String html)) return "";
        Matcher found = SCRIPT.matcher(html);
        return found.find() ? " 'sha256-" + sha256(found.group(1)) + "'" : "";
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
