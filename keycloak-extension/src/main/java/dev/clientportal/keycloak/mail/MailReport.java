package dev.clientportal.keycloak.mail;

/**
 * What became of one leased mail.
 *
 * @param stepOrNull where it failed
 * @param codesOrNull of the mail server's reply, without its words, which may quote the address: {@code 550 5.1.1}
 */
public record MailReport(String mailId, Kind kind, SmtpStep stepOrNull, String codesOrNull) {
    /** Whether it was sent. */
    public enum Kind {
        /** The mail server has it. */
        SENT,
        /** The mail server said no, or nothing. */
        FAILED,
        /** It was not tried. */
        UNTRIED
    }

    /** What came of a report. */
    public enum Result {
        RECORDED,
        /** It was told before, or has ended otherwise: nothing was changed. */
        ENDED,
        /** Somebody else has the mail: nothing was changed. */
        NOT_LEASED,
        NOT_FOUND
    }

    SendFailure failure() {
        return SendFailure.of(stepOrNull, codesOrNull == null ? -1 : Integer.parseInt(codesOrNull.substring(0, 3)));
    }
}
