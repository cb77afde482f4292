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
            if (cause instanceof SMTPAddressFailedException address) return byCode(address.getReturnCode(), ADDRESS);
            if (cause instanceof SMTPSendFailedException send)
                kind = isAboutUs(send) ? SERVER : byCode(send.getReturnCode(), CONTENT);
        }
        return kind;
    }

    /** Before a recipient is named, a no is about the sender or the connection (530 for a login that it wants). */
    private static boolean isAboutUs(SMTPSendFailedException send) {
        return send.getCommand() != null && send.getCommand().startsWith("MAIL ");
    }

    private static SendFailure byCode(int code, SendFailure forGood) {
        return code >= PERMANENT ? forGood : LATER;
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
}
