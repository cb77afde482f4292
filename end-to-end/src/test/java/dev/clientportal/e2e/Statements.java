package dev.clientportal.e2e;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** SQL statements of one call. */
public final class Statements {
    /** How often the call is made. */
    public static final int RUNS = 3;

    private Statements() {}

    /** The least of several runs: the first ones fill caches. */
    public static List<String> of(Runnable call) {
        return Stream.generate(() -> TestSupport.statements(call))
                .limit(RUNS)
                .min(Comparator.comparing(List::size))
                .orElseThrow();
    }
}
