package dev.clientportal.connectors.upstream;

/** Somebody answers, and says that there is too much of this for now: the same work goes well later, and other work now. */
public final class Busy extends Away {
    private static final long serialVersionUID = 1L;
    private static final long MOST_SECONDS = 3600;

    /** @param retryAfter in seconds */
    public Busy(String detail, long retryAfter) {
        super(detail, Math.min(Math.max(1, retryAfter), MOST_SECONDS), true);
    }
}
