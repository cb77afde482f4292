package dev.clientportal.keycloak.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Random secrets, and the hashes that are kept of them. */
public final class Secrets {
    /** 192 random bits: 32 letters in a link. */
    private static final int SECRET_BYTES = 24;

    private static final int CODE_VALUES = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    public static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** Six digits. */
    public static String newCode() {
        // With a million added and its first digit left away: the code begins with as many zeros as it needs.
        return Integer.toString(CODE_VALUES + RANDOM.nextInt(CODE_VALUES)).substring(1);
    }

    public static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The hash under which an address is compared and counted; case does not matter. */
    public static String addressHash(String address) {
        return sha256(address.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * A hash that only the realm can make: a code has a million values, so a plain hash of it would be no secret. The key
     * is the realm's own HMAC key, the one behind Keycloak's action tokens.
     */
    public static String keyed(KeycloakSession session, RealmModel realm, String text) {
        SecretKey key =
                session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512).getSecretKey();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Compares without telling by its time how much is the same. */
    public static boolean same(String a, String b) {
        return a != null
                && b != null
                && MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
