package dev.clientportal.connectors.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.clientportal.connectors.settings.Settings;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No mail, and no password, goes to a server that is not the one it should be, or over a line that everybody reads. */
@Tag("S15")
class SmtpTlsTest {
    private GreenMail server;

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void serverWhoseCertificateNobodyVouchesForGetsNothing() {
        assertThatThrownBy(() -> send("tls", ServerSetup.PROTOCOL_SMTPS))
                .isInstanceOf(MessagingException.class)
                .satisfies(failure -> assertThat(causes(failure)).contains("PKIX"))
                .satisfies(failure -> assertThat(SmtpReply.of(failure).step()).isEqualTo(SmtpReply.Step.CONNECTION));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void serverThatOffersNoEncryptionGetsNothingWhereStarttlsIsSet() {
        assertThatThrownBy(() -> send("starttls", ServerSetup.PROTOCOL_SMTP))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("STARTTLS")
                .satisfies(failure -> assertThat(SmtpReply.of(failure).step()).isEqualTo(SmtpReply.Step.CONNECTION));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void serverWithoutEncryptionIsUsedWhereThatIsSet() throws Exception {
        send("none", ServerSetup.PROTOCOL_SMTP);

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    private void send(String tls, String protocol) throws MessagingException {
        server = new GreenMail(new ServerSetup(0, "localhost", protocol));
        server.start();
        int port = protocol.equals(ServerSetup.PROTOCOL_SMTPS)
                ? server.getSmtps().getPort()
                : server.getSmtp().getPort();
        Map<String, String> settings = new HashMap<>(Map.of(
                "realms", "northwind",
                "keycloak-url", "https://login.example.com",
                "portal-url", "https://portal.example.com",
                "client-secret", "secret",
                "mail-host", "localhost",
                "mail-port", Integer.toString(port),
                "mail-tls", tls));
        try (SmtpSender sender = SmtpServer.sender(
                Settings.read(name -> settings.get(name.replace("client-portal.connectors.", "")), name -> null),
                OpenTelemetry.noop().getTracer("none"),
                Clock.systemUTC())) {
            sender.send(
                    new PortalMail(sender.getSession(), Mails.to("anna@client.example"), "portal@firm.example", null));
        }
    }

    private static String causes(Throwable failure) {
        StringBuilder causes = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            causes.append(cause).append('\n');
        return causes.toString();
    }
}
