package dev.clientportal.portal.signing;

/** A file that nobody can sign here, and why. */
public final class UnfitPdfException extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    UnfitPdfException(Reason reason, Throwable cause) {
        super(reason.words, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Told to whoever attaches the file, so that the contact never meets it. */
    public enum Reason {
        NO_PDF("The file is no PDF."),
        ENCRYPTED("The PDF is encrypted or protected by a password. Save it without protection."),
        BROKEN("The PDF is damaged. Print it to a new PDF."),
        DYNAMIC_FORM(
                "The PDF is a dynamic form (XFA), which shows something else in every viewer. Print it to a new PDF."),
        TOO_MANY_PAGES("The PDF has more than " + SignedPdf.MOST_PAGES + " pages.");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
