package dev.clientportal.connectors.mail;

import jakarta.mail.SendFailedException;
import jakarta.mail.internet.ParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * How far the talk with the mail server came before it failed, and the codes of its last word. The words themselves stay out:
 * they quote addresses.
 *
 * @param codes as in {@code 550 5.1.1}; null when there was no reply
 */
record SmtpReply(Step step, String codes) {
    private static final Pattern ENHANCED = Pattern.compile("\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    /** In Keycloak's words. */
    enum Step {
        CONNECTION,
        SENDER,
        RECIPIENT,
        CONTENT;

        /** Whether other mails would fare no better. */
        boolean isAboutTheServer() {
            return this == CONNECTION || this == SENDER;
        }
    }

    static SmtpReply of(Throwable failure) {
        // The mail could not be made, which says nothing about the server: others may fare better.
        if (failure instanceof ParseException || failure instanceof RuntimeException) {
            return new SmtpReply(Step.CONTENT, null);
        }
        SmtpReply reply = new SmtpReply(Step.CONNECTION, null);
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address) {
                return new SmtpReply(Step.RECIPIENT, codes(address.getReturnCode(), address.getMessage()));
            }
            if (cause instanceof SMTPSendFailedException send) {
                reply = new SmtpReply(stepOf(send), codes(send.getReturnCode(), send.getMessage()));
            }
        }
        return reply;
    }

    private static Step stepOf(SMTPSendFailedException send) {
        return send.getCommand() != null && send.getCommand().startsWith("MAIL ") ? Step.SENDER : Step.CONTENT;
    }

    private static String codes(int code, String words) {
        if (code < 400 || code > 599) return null;
        Matcher enhanced = ENHANCED.matcher(words == null ? "" : words);
        return enhanced.lookingAt() ? code + " " + enhanced.group(1) : Integer.toString(code);
    }

    /** Mail exceptions hang their cause on a chain of their own. */
    private static Throwable next(Throwable cause) {
        if (cause instanceof SendFailedException send && send.getNextException() != null)
            return send.getNextException();
        return cause.getCause() == cause ? null : cause.getCause();
    }
}
