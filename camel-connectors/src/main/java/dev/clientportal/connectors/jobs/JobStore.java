package dev.clientportal.connectors.jobs;

import dev.clientportal.connectors.jobs.Job.Kind;
import dev.clientportal.connectors.jobs.Job.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Jobs in the database. Every change is one conditional statement, so that any number of connectors can share it. */
public final class JobStore {
    private static final String COLUMNS = "id, realm, kind, caller, body_hash, state, total, fed, done, failed, dead,"
            + " cancelled, created_at, finished_at";

    private final Jdbi jdbi;
    private final Clock clock;

    public JobStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    void insert(Handle handle, Job job, String keyOrNull) {
        handle.createUpdate(
                        "insert into cn_job (id, realm, kind, caller, idempotency_key, body_hash, state, total, fed,"
                                + " fed_lease, done, failed, dead, cancelled, created_at)"
                                + " values (:id, :realm, :kind, :caller, :key, :hash, :state, :total, 0, 0, 0, 0, 0, 0, :now)")
                .bind("id", job.id())
                .bind("realm", job.realm())
                .bind("kind", job.kind().name())
                .bind("caller", job.caller())
                .bind("key", keyOrNull)
                .bind("hash", job.bodyHash())
                .bind("state", job.state().name())
                .bind("total", job.total())
                .bind("now", job.createdAt())
                .execute();
    }

    public Optional<Job> find(String realm, String id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from cn_job where id = :id and realm = :realm")
                        .bind("id", id)
                        .bind("realm", realm)
                        .map(JobStore::row)
                        .findOne());
    }

    /** Those of these ids that are there. */
    public List<Job> find(String realm, List<String> ids) {
        if (ids.isEmpty()) return List.of();
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from cn_job where realm = :realm and id in (<ids>)")
                .bind("realm", realm)
                .bindList("ids", ids)
                .map(JobStore::row)
                .list());
    }

    Optional<Job> withKey(String realm, String caller, String key) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS
                        + " from cn_job where realm = :realm and caller = :caller and idempotency_key = :key")
                .bind("realm", realm)
                .bind("caller", caller)
                .bind("key", key)
                .map(JobStore::row)
                .findOne());
    }

    /** Frees the key for another call; false when somebody else did so. */
    boolean release(String id, String key) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update cn_job set idempotency_key = null where id = :id and idempotency_key = :key")
                        .bind("id", id)
                        .bind("key", key)
                        .execute())
                == 1;
    }

    /**
     * Newest first.
     *
     * @param callerOrNull only this client's
     * @param before creation and id of the last one of the page before, or null
     */
    public List<Job> list(String realm, String callerOrNull, JobCursor before, int max) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select " + COLUMNS + " from cn_job where realm = :realm"
                    + (callerOrNull == null ? "" : " and caller = :caller")
                    + (before == null ? "" : " and (created_at < :at or (created_at = :at and id < :id))")
                    + " order by created_at desc, id desc limit :max");
            query.bind("realm", realm).bind("max", max);
            if (callerOrNull != null) query.bind("caller", callerOrNull);
            if (before != null) query.bind("at", before.at()).bind("id", before.id());
            return query.map(JobStore::row).list();
        });
    }

    /** Those that have commands which are not on the queue yet, and fewer there than this; oldest first. */
    List<Job> toFeed(int ahead, int max) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from cn_job"
                        + " where state = 'RUNNING' and fed < total and fed_lease < :now"
                        + " and fed - done - failed - dead - cancelled < :ahead order by created_at limit :max")
                .bind("now", clock.millis())
                .bind("ahead", ahead)
                .bind("max", max)
                .map(JobStore::row)
                .list());
    }

    /**
     * What is left to do, of all realms.
     *
     * @param jobs that have not ended
     * @param projects of them
     * @param oldest when the oldest of those jobs was accepted, in milliseconds; 0 without any
     * @param dead projects that were set aside, also of jobs that have ended
     */
    public record Backlog(long jobs, long projects, long oldest, long dead) {}

    Backlog backlog() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) as jobs,"
                        + " coalesce(sum(total - done - failed - dead - cancelled), 0) as projects,"
                        + " coalesce(min(created_at), 0) as oldest,"
                        + " (select coalesce(sum(dead), 0) from cn_job where dead > 0) as dead"
                        + " from cn_job where state in ('RUNNING', 'FILLING')")
                .map((row, context) -> new Backlog(
                        row.getLong("jobs"), row.getLong("projects"), row.getLong("oldest"), row.getLong("dead")))
                .one());
    }

    /** True for the one connector that may feed it now. */
    boolean leaseFeeding(Job job, long until) {
        return jdbi.withHandle(handle -> handle.createUpdate("update cn_job set fed_lease = :until"
                                + " where id = :id and fed = :fed and fed_lease < :now and state = 'RUNNING'")
                        .bind("until", until)
                        .bind("id", job.id())
                        .bind("fed", job.fed())
                        .bind("now", clock.millis())
                        .execute())
                == 1;
    }

    /** Ends the lease as well. */
    void fed(Job job, int fed) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update cn_job set fed = :fed, fed_lease = 0 where id = :id and fed = :before")
                .bind("fed", fed)
                .bind("id", job.id())
                .bind("before", job.fed())
                .execute());
    }

    /** Everything that waits goes onto the queue again; for one that lost what was on it. */
    public void feedAgain() {
        jdbi.useHandle(handle -> handle.execute("update cn_job set fed_lease = 0, fed = coalesce("
                + "(select min(seq) from cn_command where job_id = cn_job.id and cn_command.state = 'WAITING'), fed)"
                + " where state = 'RUNNING' and finished_at is null"));
    }

    /** After commands of it were settled. A job that is cancelled stays so. */
    void count(Handle handle, String id, Command.State to) {
        handle.createUpdate("update cn_job set " + counter(to) + " = " + counter(to) + " + 1 where id = :id")
                .bind("id", id)
                .execute();
        finish(handle, id);
    }

    /** Ends it if nothing is left. Those that were set aside do not keep it from ending. */
    void finish(Handle handle, String id) {
        handle.createUpdate("update cn_job set finished_at = :now,"
                        + " state = case when state = 'CANCELLED' then 'CANCELLED' else 'DONE' end"
                        + " where id = :id and state <> 'FILLING' and finished_at is null"
                        + " and done + failed + dead + cancelled = total")
                .bind("id", id)
                .bind("now", clock.millis())
                .execute();
    }

    private static String counter(Command.State state) {
        return switch (state) {
            case DONE -> "done";
            case FAILED -> "failed";
            case DEAD -> "dead";
            case CANCELLED -> "cancelled";
            case WAITING -> throw new IllegalArgumentException("Nothing counts those that wait");
        };
    }

    /** Commands on their way are done; the rest of a cancelled job is not begun. False when it had ended. */
    boolean cancel(String realm, String id) {
        return jdbi.inTransaction(handle -> {
            int changed = handle.createUpdate("update cn_job set state = 'CANCELLED'"
                            + " where id = :id and realm = :realm and state in ('RUNNING', 'FILLING')")
                    .bind("id", id)
                    .bind("realm", realm)
                    .execute();
            if (changed == 0) return false;
            int stopped = handle.createUpdate("update cn_command set state = 'CANCELLED', finished_at = :now"
                            + " where job_id = :id and state = 'WAITING'")
                    .bind("id", id)
                    .bind("now", clock.millis())
                    .execute();
            handle.createUpdate("update cn_job set cancelled = cancelled + :stopped where id = :id")
                    .bind("stopped", stopped)
                    .bind("id", id)
                    .execute();
            finish(handle, id);
            return true;
        });
    }

    /** Forgets what ended long ago; returns how many. */
    int purge(long endedBefore) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("delete from cn_job where finished_at < :before and dead = 0")
                        .bind("before", endedBefore)
                        .execute());
    }

    static Job row(ResultSet row, StatementContext context) throws SQLException {
        long finished = row.getLong("finished_at");
        return new Job(
                row.getString("id"),
                row.getString("realm"),
                Kind.valueOf(row.getString("kind")),
                row.getString("caller"),
                row.getString("body_hash"),
                State.valueOf(row.getString("state")),
                row.getInt("total"),
                row.getInt("fed"),
                row.getInt("done"),
                row.getInt("failed"),
                row.getInt("dead"),
                row.getInt("cancelled"),
                row.getLong("created_at"),
                finished == 0 ? null : finished);
    }
}
