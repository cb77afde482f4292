package dev.clientportal.connectors.csvimport;

import dev.clientportal.connectors.door.Problem;
import dev.clientportal.connectors.door.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Lets a caller wait until an import rests, so that a small file has its plan in the answer. */
final class ImportWaiting {
    private static final long LOOK_MILLIS = 100;
    private static final int PLACES = 8;

    private final ImportStore store;
    private final Duration within;
    private final Semaphore places = new Semaphore(PLACES);

    ImportWaiting(ImportStore store, Duration within) {
        this.store = store;
        this.within = within;
    }

    /** As it is when it rests, or when the time is over; at once when too many wait. */
    Import untilRests(String realm, String id) {
        Import now = find(realm, id);
        if (!places.tryAcquire()) return now;
        try {
            long end = System.nanoTime() + within.toNanos();
            while (!now.state().rests() && System.nanoTime() < end) {
                Thread.sleep(LOOK_MILLIS);
                now = find(realm, id);
            }
            return now;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return now;
        } finally {
            places.release();
        }
    }

    private Import find(String realm, String id) {
        return store.find(realm, id)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "There is no such import."));
    }
}
