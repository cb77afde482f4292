package dev.clientportal.connectors.jobs;

import dev.clientportal.connectors.door.Problem;
import dev.clientportal.connectors.door.ProblemException;

/**
 * What makes two calls the same one.
 *
 * @param isGiven whether the caller sent it; else the project's external id stands for it
 */
public record CallKey(String text, boolean isGiven) {
    private static final int MOST = 255;

    /**
     * @param header {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header: a string in quotes; most callers send
     *     it without), or null
     * @param externalId or null
     * @return null where each call is another one
     */
    public static CallKey of(String header, String externalId) {
        if (header != null) return new CallKey("key:" + checked(header), true);
        return externalId == null ? null : new CallKey("id:" + externalId, false);
    }

    private static String checked(String header) {
        String key = header.length() > 1 && header.startsWith("\"") && header.endsWith("\"")
                ? header.substring(1, header.length() - 1)
                : header;
        if (key.isBlank() || key.length() > MOST || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new ProblemException(
                    Problem.INVALID_IDEMPOTENCY_KEY,
                    "From 1 to " + MOST + " visible ASCII characters, without blanks.");
        }
        return key;
    }
}
