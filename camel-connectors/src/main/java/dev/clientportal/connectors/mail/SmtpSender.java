package dev.clientportal.connectors.mail;

import dev.clientportal.connectors.upstream.Trace;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.camel.component.mail.DefaultJavaMailSender;

/**
 * Sends over connections that stay open from mail to mail; camel-mail's own sender opens one for each. As many are open as
 * mails are being sent at once. Servers close what they find idle, and some take only so many mails on one connection.
 */
final class SmtpSender extends DefaultJavaMailSender implements AutoCloseable {
    private static final int MAILS_PER_CONNECTION = 100;
    private static final long ASK_AFTER_MILLIS = 5_000;
    private static final long IDLE_MILLIS = 30_000;

    private final Tracer tracer;
    private final Clock clock;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    private static final class Connection {
        private final Transport transport;
        private int mails;
        private long since;

        Connection(Transport transport) {
            this.transport = transport;
        }
    }

    /** @param tracer of the span that each mail gets */
    SmtpSender(Tracer tracer, Clock clock) {
        this.tracer = tracer;
        this.clock = clock;
    }

    @Override
    public void send(MimeMessage message) throws MessagingException {
        Span span = span();
        try {
            sendOverAny(message);
        } catch (MessagingException | RuntimeException failed) {
            // Without its message, which quotes addresses.
            span.setStatus(StatusCode.ERROR)
                    .setAttribute("error.type", SmtpReply.of(failed).step().name());
            throw failed;
        } finally {
            span.end();
        }
    }

    /** A client's: who gets the mail learns nothing of the trace. */
    private Span span() {
        return tracer.spanBuilder("send mail")
                .setParent(Trace.context())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("network.protocol.name", getProtocol())
                .setAttribute("server.address", getHost())
                .setAttribute("server.port", getPort())
                .startSpan();
    }

    private void sendOverAny(MimeMessage message) throws MessagingException {
        message.saveChanges();
        Connection connection = take();
        boolean wasUsed = connection.mails > 0;
        try {
            send(connection, message);
        } catch (MessagingException failed) {
            if (!wasUsed || !SmtpReply.of(failed).step().isAboutTheServer()) throw failed;
            // It had gone stale: no server has taken this mail yet.
            send(open(), message);
        }
    }

    private void send(Connection connection, MimeMessage message) throws MessagingException {
        boolean isGood = false;
        try {
            connection.transport.sendMessage(message, message.getAllRecipients());
            isGood = true;
        } finally {
            // A refused mail may leave a good connection behind: the server is asked.
            if (isGood || connection.transport.isConnected()) giveBack(connection);
            else close(connection);
        }
    }

    private Connection take() throws MessagingException {
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (clock.millis() - kept.since < ASK_AFTER_MILLIS || kept.transport.isConnected()) return kept;
            close(kept);
        }
        return open();
    }

    private Connection open() throws MessagingException {
        Transport transport = getTransport(getSession());
        transport.connect(getHost(), getPort(), getUsername(), getPassword());
        return new Connection(transport);
    }

    private void giveBack(Connection connection) {
        connection.mails++;
        if (connection.mails >= MAILS_PER_CONNECTION) {
            close(connection);
            return;
        }
        connection.since = clock.millis();
        idle.addFirst(connection);
    }

    /** Closes what has not been used for a while. */
    public void closeIdle() {
        idle.removeIf(connection -> {
            boolean isOld = clock.millis() - connection.since > IDLE_MILLIS;
            if (isOld) close(connection);
            return isOld;
        });
    }

    private static void close(Connection connection) {
        try {
            connection.transport.close();
        } catch (MessagingException alreadyGone) {
            // That is what was wanted.
        }
    }

    @Override
    public void close() {
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) close(kept);
    }
}
