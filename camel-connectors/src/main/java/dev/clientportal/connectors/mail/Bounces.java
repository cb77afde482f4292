package dev.clientportal.connectors.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.camel.component.mail.MailMessage;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what mail servers write about mails that they could not deliver (RFC 3464). Everything else is nobody's business. */
public final class Bounces {
    private static final Logger LOG = LoggerFactory.getLogger(Bounces.class);
    private static final Pattern STATUS = Pattern.compile("[45]\\.\\d{1,3}\\.\\d{1,3}");
    /** Where a report says no more than that it failed. */
    private static final String UNDEFINED = "5.0.0";

    private static final int MOST_BYTES = 1_048_576;

    private final Session session = Session.getInstance(new Properties());

    /** The mails that came back with this one; none when it is no such report, or tells of a mere delay. */
    public List<Bounce> read(MailMessage received) {
        return read(received.getMessage());
    }

    List<Bounce> read(Message received) {
        try {
            if (!isReport(received)) return List.of();
            MultipartReport report =
                    new MultipartReport(copy(received).getDataHandler().getDataSource());
            if (!(report.getReport() instanceof DeliveryStatus status)) return List.of();
            MimeMessage returned = report.getReturnedMessage();
            String messageId = returned == null ? null : returned.getMessageID();
            return messageId == null ? List.of() : failures(status, messageId);
        } catch (MessagingException | IOException | RuntimeException broken) {
            // Whoever writes to that mailbox can send anything; it must not hold up what comes after it.
            LOG.warn(
                    "A mail in the mailbox of bounces cannot be read: {}",
                    broken.getClass().getSimpleName());
            return List.of();
        }
    }

    private static boolean isReport(Message received) throws MessagingException {
        if (received.getContentType() == null) return false;
        ContentType type = new ContentType(received.getContentType());
        return type.match("multipart/report") && "delivery-status".equalsIgnoreCase(type.getParameter("report-type"));
    }

    /** Off the connection, and no larger than such reports are. */
    private MimeMessage copy(Message received) throws MessagingException, IOException {
        if (received.getSize() > MOST_BYTES) throw new IOException("too large");
        var bytes = new java.io.ByteArrayOutputStream();
        received.writeTo(bytes);
        try (InputStream copied = new java.io.ByteArrayInputStream(bytes.toByteArray())) {
            return new MimeMessage(session, copied);
        }
    }

    private static List<Bounce> failures(DeliveryStatus status, String messageId) {
        List<Bounce> failures = new ArrayList<>();
        for (int i = 0; i < status.getRecipientDSNCount(); i++) {
            InternetHeaders recipient = status.getRecipientDSN(i);
            if (first(recipient, "Action").toLowerCase(Locale.ROOT).equals("failed")) {
                String code = first(recipient, "Status");
                failures.add(new Bounce(messageId, STATUS.matcher(code).matches() ? code : UNDEFINED));
            }
        }
        return failures;
    }

    /** Without a comment behind it. */
    private static String first(InternetHeaders headers, String name) {
        String value = headers.getHeader(name, null);
        return value == null ? "" : value.strip().replaceFirst("[\\s(;].*", "");
    }
}
