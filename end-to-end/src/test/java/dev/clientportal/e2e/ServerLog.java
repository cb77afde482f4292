package dev.clientportal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What the server wrote into its log from a moment on. */
public final class ServerLog {
    /** Keycloak's own sender quotes the mail server's reply; the operator's guide says what to do about it. */
    private static final String KEYCLOAKS_SENDER = "KC-SERVICES0029";

    private static final Pattern FAILURE = Pattern.compile(" (ERROR|FATAL) |^Caused by: |^\\s+at dev\\.clientportal");

    private final int from;

    private ServerLog(int from) {
        this.from = from;
    }

    public static ServerLog fromNow() {
        return new ServerLog(read().length);
    }

    public void assertNoFailure() {
        assertThat(lines().stream()
                        .filter(line -> FAILURE.matcher(line).find())
                        .filter(line -> !isKeycloaksSender(line)))
                .as("failures in the log")
                .isEmpty();
    }

    /** Rule 15: links, tokens, codes and addresses stay out of the log. */
    public void assertSilentAbout(List<String> secrets) {
        String text = String.join(
                "\n", lines().stream().filter(line -> !isKeycloaksSender(line)).toList());
        assertThat(secrets).isNotEmpty().allSatisfy(secret -> assertThat(text).doesNotContainIgnoringCase(secret));
    }

    private static boolean isKeycloaksSender(String line) {
        return line.contains(KEYCLOAKS_SENDER);
    }

    /** The lines since then. */
    public List<String> lines() {
        byte[] all = read();
        return new String(Arrays.copyOfRange(all, from, all.length), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static byte[] read() {
        try {
            return Files.readAllBytes(Stack.local().logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
