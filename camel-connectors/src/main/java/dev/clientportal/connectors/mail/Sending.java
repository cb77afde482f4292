package dev.clientportal.connectors.mail;

import dev.clientportal.connectors.mail.Batch.Parcel;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Before and after camel-mail: makes the mail, and says what became of it. */
public final class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final SmtpSender sender;
    private final String fromOrNull;
    private final String returnsToOrNull;

    Sending(SmtpSender sender, String fromOrNull, String returnsToOrNull) {
        this.sender = sender;
        this.fromOrNull = fromOrNull;
        this.returnsToOrNull = returnsToOrNull;
    }

    /** Whether it is to be tried at all. */
    boolean isTried(Exchange exchange) {
        return !parcel(exchange).batch().isBrokenOff() && !exchange.getContext().isStopping();
    }

    /** The mail in the parcel. */
    public MimeMessage write(Parcel parcel) throws MessagingException {
        LeasedMail mail = parcel.mail();
        String from = fromOrNull == null ? mail.from() : fromOrNull;
        if (from == null || from.isBlank()) throw new NoSender();
        return new PortalMail(
                sender.getSession(), mail, from, returnsToOrNull == null ? mail.envelopeFrom() : returnsToOrNull);
    }

    Outcome sent(Exchange exchange) {
        return Outcome.sent(parcel(exchange));
    }

    Outcome untried(Exchange exchange) {
        return Outcome.untried(parcel(exchange));
    }

    Outcome failed(Exchange exchange) {
        Parcel parcel = parcel(exchange);
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        SmtpReply reply = SmtpReply.of(failure);
        // The class and not its message, which quotes addresses.
        LOG.warn(
                "Mail {} was not sent: {} {} {}",
                parcel.mail().id(),
                reply.step(),
                reply.codes() == null ? "" : reply.codes(),
                failure instanceof NoSender
                        ? failure.getMessage()
                        : failure.getClass().getSimpleName());
        if (reply.step().isAboutTheServer()) parcel.batch().breakOff();
        return Outcome.failed(parcel, reply);
    }

    private static Parcel parcel(Exchange exchange) {
        return exchange.getProperty(MailRoutes.PARCEL, Parcel.class);
    }

    /** Nobody said whom the firm's mails are from. */
    private static final class NoSender extends MessagingException {
        private static final long serialVersionUID = 1L;

        NoSender() {
            super("there is no sender's address, neither in the settings nor in the realm's e-mail settings");
        }
    }
}
