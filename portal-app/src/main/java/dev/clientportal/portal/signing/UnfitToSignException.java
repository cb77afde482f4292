package dev.clientportal.portal.signing;

import dev.clientportal.portal.document.NotTakenException;
import dev.clientportal.portal.document.Problem;

/** A file is kept out, as nobody could sign it. */
public final class UnfitToSignException extends NotTakenException {
    private static final long serialVersionUID = 1;

    private final UnfitPdfException.Reason reason;

    UnfitToSignException(UnfitPdfException.Reason reason) {
        super(Problem.UNFIT_TO_SIGN);
        this.reason = reason;
    }

    public UnfitPdfException.Reason reason() {
        return reason;
    }
}
