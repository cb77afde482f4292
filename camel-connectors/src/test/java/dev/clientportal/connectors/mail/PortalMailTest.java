package dev.clientportal.connectors.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D6")
class PortalMailTest {
    private static final Session SESSION = Session.getInstance(new Properties());

    @Test
    void isFromTheFirmInTextAndHtmlAndKeepsKeycloaksMessageId() throws Exception {
        PortalMail mail = new PortalMail(SESSION, Mails.to("anna@client.example"), "portal@firm.example", null);
        mail.saveChanges();

        InternetAddress from = (InternetAddress) mail.getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo("Büro Ötz & Co");
        assertThat(from.getAddress()).isEqualTo("portal@firm.example");
        assertThat(mail.getHeader("From", null)).as("over the wire").isASCII();
        assertThat(mail.getMessageID()).isEqualTo(Mails.MESSAGE_ID);
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getSubject()).isEqualTo("Grüße");
        assertThat(mail.getEnvelopeFrom()).isEqualTo("portal@firm.example");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Hallo Zoë</p>");
    }

    @Test
    @Tag("D7")
    void comesBackToTheMailboxOfBounces() throws Exception {
        PortalMail mail =
                new PortalMail(SESSION, Mails.to("anna@client.example"), "portal@firm.example", "bounces@firm.example");

        assertThat(mail.getEnvelopeFrom()).isEqualTo("bounces@firm.example");
    }

    @Test
    void domainGoesOverTheWireInItsAsciiForm() throws MessagingException {
        PortalMail mail = new PortalMail(SESSION, Mails.to("info@bücher.example"), "portal@firm.example", null);

        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("info@xn--bcher-kva.example"));
    }

    @Test
    void secondRecipientIsNoAddress() {
        assertThatThrownBy(() -> new PortalMail(
                        SESSION, Mails.to("anna@client.example, eve@evil.example"), "portal@firm.example", null))
                .isInstanceOfAny(AddressException.class, IllegalArgumentException.class);
    }
}
