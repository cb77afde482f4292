package dev.clientportal.stack;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/** One mail as one recipient got it. */
public final class ReceivedMail {
    private static final Session SESSION = Session.getInstance(new Properties());

    private final long id;
    private final Instant receivedAt;
    private final String recipient;
    private final byte[] raw;

    ReceivedMail(long id, Instant receivedAt, String recipient, byte[] raw) {
        this.id = id;
        this.receivedAt = receivedAt;
        this.recipient = recipient;
        this.raw = raw;
    }

    public long id() {
        return id;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** The address of the envelope. */
    public String recipient() {
        return recipient;
    }

    /** As it came over the wire. */
    public String source() {
        return new String(raw, StandardCharsets.UTF_8);
    }

    public String subject() {
        return header("Subject");
    }

    public String from() {
        return header("From");
    }

    /** The first header of that name, decoded, or an empty text. */
    public String header(String name) {
        return read(message -> {
            String value = message.getHeader(name, null);
            return value == null ? "" : decoded(value);
        });
    }

    /** All headers, decoded, in order. */
    public List<String> headers() {
        return read(message -> Collections.list(message.getAllHeaders()).stream()
                .map((Header header) -> header.getName() + ": " + decoded(header.getValue()))
                .toList());
    }

    /** The text part, or an empty text. */
    public String text() {
        return read(message -> firstPart(message, "text/plain"));
    }

    /** The HTML part, or an empty text. */
    public String html() {
        return read(message -> firstPart(message, "text/html"));
    }

    private static String firstPart(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                String found = firstPart(child, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (IOException notEncodedAsItClaims) {
            return value;
        }
    }

    private <T> T read(Reading<T> reading) {
        try {
            return reading.of(new MimeMessage(SESSION, new ByteArrayInputStream(raw)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Reading<T> {
        T of(MimeMessage message) throws MessagingException, IOException;
    }
}
