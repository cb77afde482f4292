package dev.clientportal.connectors.csvimport;

import java.io.IOException;

/** The file cannot be read as a whole: what stands behind the place cannot be told apart any more. Nothing of it is done. */
final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient RowError error;

    UnreadableFile(RowError error) {
        super(error.said());
        this.error = error;
    }

    UnreadableFile(long line, String detail, String hint) {
        this(new RowError(line, null, null, detail, hint));
    }

    RowError error() {
        return error;
    }
}
