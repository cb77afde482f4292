package dev.clientportal.connectors.door;

import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** What happened how often in this minute, counted in the database so that all nodes share it. */
public final class MinuteCounts {
    private static final long MINUTE = 60_000;

    private final Jdbi jdbi;
    private final Clock clock;

    public MinuteCounts(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** So far. */
    int of(String key) {
        return jdbi.withHandle(handle -> count(handle, key, minute()));
    }

    /** With one more. */
    int add(String key) {
        long minute = minute();
        try {
            return jdbi.inTransaction(handle -> {
                if (increased(handle, key, minute) == 0) {
                    handle.execute("insert into cn_calls (caller, in_minute, calls) values (?, ?, 1)", key, minute);
                    handle.execute("delete from cn_calls where in_minute < ?", minute - 5);
                }
                return count(handle, key, minute);
            });
        } catch (JdbiException firstOfTheMinuteTwice) {
            return jdbi.inTransaction(handle -> {
                if (increased(handle, key, minute) == 0) throw firstOfTheMinuteTwice;
                return count(handle, key, minute);
            });
        }
    }

    /** Until the minute is over, in seconds. */
    long left() {
        return 1 + (MINUTE - clock.millis() % MINUTE) / 1000;
    }

    private long minute() {
        return clock.millis() / MINUTE;
    }

    private static int increased(Handle handle, String key, long minute) {
        return handle.execute("update cn_calls set calls = calls + 1 where caller = ? and in_minute = ?", key, minute);
    }

    private static int count(Handle handle, String key, long minute) {
        return handle.createQuery("select calls from cn_calls where caller = ? and in_minute = ?")
                .bind(0, key)
                .bind(1, minute)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }
}
