package dev.clientportal.connectors.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("D7")
class SmtpReplyTest {
    private static final Address[] NONE = {};

    @ParameterizedTest
    @CsvSource({
        "550, 550 5.1.1 <a@client.example> unknown, 550 5.1.1",
        "550, 550-5.1.1 <a@client.example> unknown, 550 5.1.1",
        "450, 450 try 4.7.1 later, 450",
        "421, , 421",
        "-1, [EOF],"
    })
    @Tag("S15")
    void refusedRecipientIsToldByItsCodesAlone(int code, String words, String codes) throws AddressException {
        var address = new SMTPAddressFailedException(
                new InternetAddress("a@client.example"), "RCPT TO:<a@client.example>", code, words);
        var send = new SMTPSendFailedException("DATA", 554, "no valid recipients", address, NONE, NONE, NONE);

        assertThat(SmtpReply.of(send)).isEqualTo(new SmtpReply(SmtpReply.Step.RECIPIENT, codes));
    }

    @Test
    void senderAndContentAreToldApart() {
        assertThat(SmtpReply.of(refused("MAIL FROM:<portal@firm.example>", 530)).step())
                .isEqualTo(SmtpReply.Step.SENDER);
        assertThat(SmtpReply.of(refused("DATA", 554))).isEqualTo(new SmtpReply(SmtpReply.Step.CONTENT, "554 5.7.1"));
        assertThat(SmtpReply.of(refused(".", -1))).isEqualTo(new SmtpReply(SmtpReply.Step.CONTENT, null));
    }

    @Test
    void mailThatCannotBeMadeHoldsUpNoOther() {
        for (Exception failure :
                new Exception[] {new AddressException("no address"), new IllegalArgumentException("no domain")}) {
            assertThat(SmtpReply.of(failure)).isEqualTo(new SmtpReply(SmtpReply.Step.CONTENT, null));
        }
    }

    @Test
    void anythingElseIsTheConnection() {
        assertThat(SmtpReply.of(new MessagingException("down", new ConnectException())))
                .isEqualTo(new SmtpReply(SmtpReply.Step.CONNECTION, null));
    }

    private static Exception refused(String command, int code) {
        return new SMTPSendFailedException(command, code, code + " 5.7.1 no", null, NONE, NONE, NONE);
    }
}
