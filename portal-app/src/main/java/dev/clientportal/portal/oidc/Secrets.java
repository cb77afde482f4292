package dev.clientportal.portal.oidc;

import dev.clientportal.portal.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** Values that nobody can guess, and how they are kept. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 256 bits. */
    public static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static String sha256(String secret) {
        return Sha256.of(secret);
    }
}
