package dev.clientportal.keycloak.mail;

import jakarta.mail.SendFailedException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What a mail server's no is about. */
enum SendFailure {
    /** The address will never be taken (5xx to the recipient). */
    ADDRESS,
    /** This mail will never be taken (5xx to what it says, for example as spam); another one to the address may be. */
    CONTENT,
    /** This mail may work later (4xx, for example greylisting, or the connection broke off in it). */
    LATER,
    /** The server cannot be reached or used; other mails would fare no better. */
    SERVER;

    private static final int PERMANENT = 500;

    static SendFailure of(Throwable failure) {
        SendFailure kind = SERVER;
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address)
                return of(SmtpStep.RECIPIENT, address.getReturnCode());
            if (cause instanceof SMTPSendFailedException send) kind = of(stepOf(send), send.getReturnCode());
        }
        return kind;
    }

    /** @param code of the reply; anything below 500 when the connection broke off without one */
    static SendFailure of(SmtpStep step, int code) {
        return switch (step) {
            case CONNECTION, SENDER -> SERVER;
            case RECIPIENT -> code >= PERMANENT ? ADDRESS : LATER;
            case CONTENT -> code >= PERMANENT ? CONTENT : LATER;
        };
    }

    /**
     * Of a mail that was taken and came back, by the status in its report (RFC 3463). With 5.1 (address), 5.2 (mailbox) and
     * 5.4 (its host) the address will never do, and with 5.0, in which some servers say everything. 4.x says that
     * somebody on the way gave up trying: for this mail that is the end, and nothing is known of the address.
     */
    static SendFailure ofReturned(String status) {
        if (!status.startsWith("5.")) return LATER;
        return switch (status.split("\\.", -1)[1]) {
            case "0", "1", "2", "4" -> ADDRESS;
            default -> CONTENT;
        };
    }

    /** Before a recipient is named, a no is about the sender or the connection (530 for a login that it wants). */
    private static SmtpStep stepOf(SMTPSendFailedException send) {
        return send.getCommand() != null && send.getCommand().startsWith("MAIL ") ? SmtpStep.SENDER : SmtpStep.CONTENT;
    }

    /** Mail exceptions hang their cause on a chain of their own. */
    private static Throwable next(Throwable cause) {
        if (cause instanceof SendFailedException send && send.getNextException() != null)
            return send.getNextException();
        return cause.getCause() == cause ? null : cause.getCause();
    }

    /** In words for staff; server replies quote addresses, so they stay out. */
    String reason() {
        return switch (this) {
            case ADDRESS -> "The mail server refused the address.";
            case CONTENT -> "The mail server refused this mail, not the address.";
            case LATER -> "The mail server asked to try again later.";
            case SERVER -> "The mail server cannot be reached or refused the connection.";
        };
    }

    /** As {@link #reason}, with the codes of the reply and without its words. */
    String reason(String codesOrNull) {
        return withCodes(reason(), codesOrNull);
    }

    /** Why a mail that was taken came back. */
    String returned(String status) {
        return withCodes(
                switch (this) {
                    case ADDRESS -> "The mail came back: the address was refused.";
                    case LATER -> "The mail came back: nobody took it in time.";
                    default -> "The mail came back: it was refused, not the address.";
                },
                status);
    }

    private static String withCodes(String reason, String codesOrNull) {
        return codesOrNull == null ? reason : reason.substring(0, reason.length() - 1) + " (" + codesOrNull + ").";
    }
}
