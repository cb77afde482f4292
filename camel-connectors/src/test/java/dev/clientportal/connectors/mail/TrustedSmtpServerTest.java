package dev.clientportal.connectors.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.clientportal.connectors.settings.Settings;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A mail server with a certificate that the operator's trust store vouches for, as a firm with a certificate authority of
 * its own has. What is trusted is a matter of the whole JVM, so the mail is sent by one of its own.
 */
@Tag("S15")
class TrustedSmtpServerTest {
    private static final String PASSWORD = "certificate";

    @TempDir
    private Path directory;

    @Test
    void getsTheMailOverTls() throws Exception {
        assertThat(sendTo("localhost")).contains("received 1");
    }

    @Test
    void getsNothingWhenTheCertificateIsOfAnotherName() throws Exception {
        assertThat(sendTo("elsewhere.example"))
                .contains("No subject alternative DNS name matching localhost found")
                .contains("received 0");
    }

    /** @param name whom the server's certificate is of */
    private String sendTo(String name) throws IOException, InterruptedException {
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=dns:" + name, "-keystore", "keys");
        keytool("-exportcert", "-file", "certificate", "-keystore", "keys");
        keytool("-importcert", "-noprompt", "-file", "certificate", "-keystore", "trust");
        return run(List.of(
                "java",
                "-Dgreenmail.tls.keystore.file=" + directory.resolve("keys"),
                "-Dgreenmail.tls.keystore.password=" + PASSWORD,
                "-Djavax.net.ssl.trustStore=" + directory.resolve("trust"),
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
                "-cp",
                System.getProperty("java.class.path"),
                Sending.class.getName()));
    }

    private void keytool(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(options));
        command.add(0, "keytool");
        command.addAll(List.of("-alias", "mail", "-storepass", PASSWORD));
        run(command);
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.set(
                0,
                Path.of(System.getProperty("java.home"), "bin", command.get(0)).toString());
        Process process = new ProcessBuilder(all)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.strip();
    }

    /** Sends one mail to a server, and says what came of it. */
    static final class Sending {
        private Sending() {}

        public static void main(String... none) throws Exception {
            GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS));
            server.start();
            Map<String, String> settings = Map.of(
                    "realms", "northwind",
                    "keycloak-url", "https://login.example.com",
                    "portal-url", "https://portal.example.com",
                    "client-secret", "secret",
                    "mail-host", "localhost",
                    "mail-port", Integer.toString(server.getSmtps().getPort()),
                    "mail-tls", "tls");
            try (SmtpSender sender = SmtpServer.sender(
                    Settings.read(name -> settings.get(name.replace("client-portal.connectors.", "")), name -> null),
                    OpenTelemetry.noop().getTracer("none"),
                    Clock.systemUTC())) {
                sender.send(new PortalMail(
                        sender.getSession(), Mails.to("anna@client.example"), "portal@firm.example", null));
            } catch (MessagingException refused) {
                System.out.println(refused);
            }
            System.out.println("received " + server.getReceivedMessages().length);
            server.stop();
        }
    }
}
