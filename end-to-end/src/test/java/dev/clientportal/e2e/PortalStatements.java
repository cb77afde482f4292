package dev.clientportal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

/** The SQL statements that a request to the portal app costs, by the app's own count. */
public final class PortalStatements {
    private static final String COUNTER = "hibernate_statements_total{";
    private static final int TRIES = 8;

    private PortalStatements() {}

    /** The least of several tries, as others work at the same time; less what counting itself costs. */
    public static long of(Runnable request) {
        return least(request) - least(() -> {});
    }

    private static long least(Runnable request) {
        return IntStream.range(0, TRIES)
                .mapToLong(i -> {
                    long before = counted();
                    request.run();
                    return counted() - before;
                })
                .min()
                .orElseThrow();
    }

    private static long counted() {
        List<Long> counts = new Http()
                .get(Stack.local().portalMetricsUrl())
                .body()
                .lines()
                .filter(line -> line.startsWith(COUNTER) && line.contains("\"prepared\""))
                .map(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toList();
        assertThat(counts).as(COUNTER).isNotEmpty();
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
