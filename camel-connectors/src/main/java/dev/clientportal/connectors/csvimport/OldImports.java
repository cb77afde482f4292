package dev.clientportal.connectors.csvimport;

import java.time.Clock;
import java.time.Duration;

/** Files are about people: none is kept longer than its job. */
public final class OldImports {
    private static final Duration BROKEN_OFF = Duration.ofHours(1);

    private final ImportStore store;
    private final Clock clock;
    private final Duration keep;

    OldImports(ImportStore store, Clock clock, Duration keep) {
        this.store = store;
        this.clock = clock;
        this.keep = keep;
    }

    public void forget() {
        long now = clock.millis();
        store.purge(now - keep.toMillis(), now - BROKEN_OFF.toMillis());
    }
}
