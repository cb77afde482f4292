package dev.clientportal.keycloak.firm;

import java.util.Arrays;
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
