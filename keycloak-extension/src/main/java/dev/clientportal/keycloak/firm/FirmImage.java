package dev.clientportal.keycloak.firm;

import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A picture that a firm uploaded, its type told by its content and never by what the caller says. SVG is not among the
 * types: it can carry scripts.
 */
public record FirmImage(String contentType, byte[] content, String etag) {
    /** More than a mail client or a phone should have to load. */
    public static final int MAX_BYTES = 256 * 1024;

    /** The two pictures of a firm. */
    public enum Kind {
        LOGO,
        ICON;

        public static Optional<Kind> of(String path) {
            return Arrays.stream(values())
                    .filter(kind -> kind.path().equals(path))
                    .findFirst();
        }

        public String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] GIF = {'G', 'I', 'F', '8'};
    private static final byte[] RIFF = {'R', 'I', 'F', 'F'};
    private static final byte[] WEBP = {'W', 'E', 'B', 'P'};

    /** The picture in these bytes. */
    public static FirmImage of(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw new ProblemException(Problem.TOO_LARGE, "At most " + MAX_BYTES + " bytes.");
        }
        String type = typeOf(content)
                .orElseThrow(() -> new ProblemException(Problem.UNSUPPORTED_IMAGE, "Send PNG, JPEG, GIF or WebP."));
        return new FirmImage(type, content, etag(content));
    }

    private static String etag(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The media type that the bytes show, or empty for anything that is not PNG, JPEG, GIF or WebP. */
    public static Optional<String> typeOf(byte[] content) {
        if (startsWith(content, 0, PNG)) return Optional.of("image/png");
        if (startsWith(content, 0, JPEG)) return Optional.of("image/jpeg");
        if (startsWith(content, 0, GIF)) return Optional.of("image/gif");
        if (startsWith(content, 0, RIFF) && startsWith(content, 8, WEBP)) return Optional.of("image/webp");
        return Optional.empty();
    }

    private static boolean startsWith(byte[] content, int offset, byte[] magic) {
        return content.length >= offset + magic.length
                && Arrays.equals(content, offset, offset + magic.length, magic, 0, magic.length);
    }
}
