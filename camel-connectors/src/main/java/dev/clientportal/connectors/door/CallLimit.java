package dev.clientportal.connectors.door;

/** How many calls a client makes in a minute. */
public final class CallLimit {
    private final MinuteCounts counts;
    private final int most;

    public CallLimit(MinuteCounts counts, int most) {
        this.counts = counts;
        this.most = most;
    }

    /** @throws ProblemException for one too many */
    public void count(Caller caller) {
        if (counts.add(caller.realm() + "/" + caller.client()) > most) {
            throw ProblemException.later(
                    Problem.TOO_MANY, "A client may make " + most + " calls in a minute.", counts.left());
        }
    }
}
