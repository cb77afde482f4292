package dev.clientportal.connectors.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many connections a mail server sees, and what becomes of one that has gone. */
@Tag("B9")
class SmtpSenderTest {
    private final MovableClock clock = new MovableClock();
    private GreenMail server;
    private CountingProxy proxy;
    private SmtpSender sender;

    @BeforeEach
    void start() throws Exception {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        proxy = new CountingProxy(server.getSmtp().getPort());
        sender = new SmtpSender(OpenTelemetry.noop().getTracer("none"), clock);
        sender.setProtocol("smtp");
        sender.setHost("127.0.0.1");
        sender.setPort(proxy.port());
    }

    @AfterEach
    void stop() throws Exception {
        sender.close();
        proxy.close();
        server.stop();
    }

    @Test
    void manyMailsNeedOneConnection() throws Exception {
        send(40);

        assertThat(server.getReceivedMessages()).hasSize(40);
        assertThat(proxy.connections()).isEqualTo(1);
    }

    @Test
    void serverSeesAFreshConnectionAfterAHundredMails() throws Exception {
        send(101);

        assertThat(server.getReceivedMessages()).hasSize(101);
        assertThat(proxy.connections()).isEqualTo(2);
    }

    @Test
    void connectionThatTheServerClosedIsReplacedAndTheMailSentOnce() throws Exception {
        send(1);
        proxy.closeConnections();

        send(1);
        proxy.closeConnections();
        clock.forward(6_000);
        send(1);

        assertThat(server.getReceivedMessages()).hasSize(3);
        assertThat(proxy.connections()).isEqualTo(3);
    }

    @Test
    void connectionThatIsNotUsedForHalfAMinuteIsClosed() throws Exception {
        send(1);
        clock.forward(29_000);
        sender.closeIdle();
        assertThat(proxy.open()).isEqualTo(1);

        clock.forward(2_000);
        sender.closeIdle();

        proxy.awaitNoneOpen();
    }

    @Test
    void serverThatIsDownIsNoConnection() {
        server.stop();
        proxy.closeConnections();

        assertThatThrownBy(() -> send(1)).isInstanceOfSatisfying(MessagingException.class, failure -> assertThat(
                        SmtpReply.of(failure).step())
                .isEqualTo(SmtpReply.Step.CONNECTION));
    }

    private void send(int mails) throws MessagingException {
        for (int i = 0; i < mails; i++) {
            sender.send(new PortalMail(
                    sender.getSession(), Mails.to("anna" + i + "@client.example"), "portal@firm.example", null));
        }
    }

    private static final class MovableClock extends Clock {
        private long ahead;

        void forward(long millis) {
            ahead += millis;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plusMillis(ahead);
        }
    }
}
