package dev.clientportal.connectors.upstream;

/** Keycloak, the portal app or the database is away or overloaded: the same work may go well later. */
public class Away extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long retryAfter;
    private final boolean wholly;

    /**
     * @param retryAfter in seconds; 0 where nothing was said
     * @param wholly whether it is away for everybody, and not only failed at this work
     */
    public Away(String detail, long retryAfter, boolean wholly) {
        super(detail, null, false, false);
        this.retryAfter = retryAfter;
        this.wholly = wholly;
    }

    public static Away unreachable(String where) {
        return new Away("Nobody answers at " + where + ".", 0, true);
    }

    public long retryAfter() {
        return retryAfter;
    }

    public boolean wholly() {
        return wholly;
    }
}
