package dev.clientportal.connectors.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A mail of the portal as it goes over the wire: from the firm, as text and as HTML. */
final class PortalMail extends SMTPMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String ownId;

    /**
     * @param from the sender's address
     * @param returnsTo where it comes back to when it cannot be delivered; null for the sender's address
     */
    PortalMail(Session session, LeasedMail mail, String from, String returnsTo) throws MessagingException {
        super(session);
        this.ownId = mail.messageId();
        setFrom(named(from, mail.fromName()));
        setRecipient(Message.RecipientType.TO, named(mail.to(), null));
        if (mail.replyTo() != null && !mail.replyTo().isBlank()) {
            setReplyTo(new InternetAddress[] {named(mail.replyTo(), mail.replyToName())});
        }
        setEnvelopeFrom(returnsTo == null ? from : returnsTo);
        setSubject(mail.subject(), UTF_8);
        setSentDate(Date.from(Instant.now()));
        // RFC 3834: no answering machine answers it.
        setHeader("Auto-Submitted", "auto-generated");
        setContent(new MimeMultipart("alternative", text(mail.text(), "plain"), text(mail.html(), "html")));
    }

    private static MimeBodyPart text(String words, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(words, UTF_8, subtype);
        return part;
    }

    /** Domains go over the wire in their ASCII form. */
    private static InternetAddress named(String address, String nameOrNull) throws AddressException {
        int at = address.lastIndexOf('@');
        InternetAddress parsed =
                new InternetAddress(address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1)));
        try {
            parsed.setPersonal(nameOrNull, UTF_8);
        } catch (UnsupportedEncodingException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
        return parsed;
    }

    /** Keycloak's, and not one that jakarta mail makes up when it saves. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", ownId);
    }
}
