package dev.clientportal.e2e;

import java.util.stream.LongStream;

/** SQL statements of one call. */
public final class Statements {
    private static final int RUNS = 6;

    private Statements() {}

    /**
     * The least of several runs: the first ones fill caches, and now and then a timer of the server (mails, metrics,
     * sessions) puts its own statements beside those of the call.
     */
    public static long of(Runnable call) {
        return LongStream.range(0, RUNS)
                .map(run -> {
                    long before = TestSupport.statements();
                    call.run();
                    return TestSupport.statements() - before;
                })
                .min()
                .orElseThrow();
    }
}
