package dev.clientportal.connectors.door;

import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** How many calls a client makes in a minute, counted in the database so that all nodes share it. */
public final class CallLimit {
    private static final long MINUTE = 60_000;

    private final Jdbi jdbi;
    private final Clock clock;
    private final int most;

    public CallLimit(Jdbi jdbi, Clock clock, int most) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.most = most;
    }

    /** @throws ProblemException for one too many */
    public void count(Caller caller) {
        long now = clock.millis();
        String key = caller.realm() + "/" + caller.client();
        if (added(key, now / MINUTE) > most) {
            long wait = 1 + (MINUTE - now % MINUTE) / 1000;
            throw ProblemException.later(Problem.TOO_MANY, "A client may make " + most + " calls in a minute.", wait);
        }
    }

    private int added(String key, long minute) {
        try {
            return jdbi.inTransaction(handle -> {
                if (increased(handle, key, minute) == 0) {
                    handle.execute("insert into cn_calls (caller, in_minute, calls) values (?, ?, 1)", key, minute);
                    handle.execute("delete from cn_calls where in_minute < ?", minute - 5);
                }
                return handle.createQuery("select calls from cn_calls where caller = ? and in_minute = ?")
                        .bind(0, key)
                        .bind(1, minute)
                        .mapTo(Integer.class)
                        .one();
            });
        } catch (JdbiException firstOfTheMinuteTwice) {
            return jdbi.inTransaction(handle -> {
                if (increased(handle, key, minute) == 0) throw firstOfTheMinuteTwice;
                return handle.createQuery("select calls from cn_calls where caller = ? and in_minute = ?")
                        .bind(0, key)
                        .bind(1, minute)
                        .mapTo(Integer.class)
                        .one();
            });
        }
    }

    private static int increased(Handle handle, String key, long minute) {
        return handle.execute("update cn_calls set calls = calls + 1 where caller = ? and in_minute = ?", key, minute);
    }
}
