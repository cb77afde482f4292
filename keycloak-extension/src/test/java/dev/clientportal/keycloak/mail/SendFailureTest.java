package dev.clientportal.keycloak.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.email.EmailException;

@Tag("B9")
class SendFailureTest {
    private static final Address[] NONE = {};

    @ParameterizedTest
    @CsvSource({"550, ADDRESS", "553, ADDRESS", "450, LATER", "421, LATER"})
    void refusedRecipientIsAboutTheAddress(int code, SendFailure expected) throws AddressException {
        var address = new SMTPAddressFailedException(
                new InternetAddress("a@client.example"), "RCPT TO:<a@client.example>", code, "no");
        var send = new SMTPSendFailedException("DATA", 554, "no valid recipients", address, NONE, NONE, NONE);

        assertThat(SendFailure.of(new EmailException("not sent", send))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"530", "550", "451"})
    void refusedSenderIsAboutTheServerAndEndsNoMail(int code) {
        assertThat(SendFailure.of(refused("MAIL FROM:<portal@firm.example>", code)))
                .isEqualTo(SendFailure.SERVER);
    }

    @ParameterizedTest
    @CsvSource({"552, CONTENT", "554, CONTENT", "452, LATER", "-1, LATER"})
    void refusedContentIsAboutThisMail(int code, SendFailure expected) {
        assertThat(SendFailure.of(refused("DATA", code))).isEqualTo(expected);
    }

    @Test
    void noConnectionIsAboutTheServer() {
        assertThat(SendFailure.of(
                        new EmailException("not sent", new MessagingException("down", new ConnectException()))))
                .isEqualTo(SendFailure.SERVER);
        assertThat(SendFailure.of(new SendFailedException("no idea"))).isEqualTo(SendFailure.SERVER);
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECTION, -1, SERVER",
        "SENDER, 550, SERVER",
        "RECIPIENT, 550, ADDRESS",
        "RECIPIENT, 450, LATER",
        "RECIPIENT, -1, LATER",
        "CONTENT, 554, CONTENT",
        "CONTENT, 421, LATER",
        "CONTENT, -1, LATER"
    })
    void whatConnectorsTellIsJudgedAsOurOwn(SmtpStep step, int code, SendFailure expected) {
        assertThat(SendFailure.of(step, code)).isEqualTo(expected);
    }

    @ParameterizedTest
    @Tag("D7")
    @CsvSource({
        "5.0.0, ADDRESS",
        "5.1.1, ADDRESS",
        "5.2.2, ADDRESS",
        "5.4.4, ADDRESS",
        "5.3.4, CONTENT",
        "5.6.0, CONTENT",
        "5.7.26, CONTENT",
        "4.4.7, LATER"
    })
    void statusOfAMailThatCameBackSaysWhetherItIsTheAddress(String status, SendFailure expected) {
        SendFailure failure = SendFailure.ofReturned(status);

        assertThat(failure).isEqualTo(expected);
        assertThat(failure.returned(status)).startsWith("The mail came back: ").endsWith(" (" + status + ").");
    }

    private static Exception refused(String command, int code) {
        return new EmailException("not sent", new SMTPSendFailedException(command, code, "no", null, NONE, NONE, NONE));
    }
}
