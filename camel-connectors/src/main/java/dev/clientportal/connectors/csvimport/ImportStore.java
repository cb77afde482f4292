package dev.clientportal.connectors.csvimport;

import dev.clientportal.connectors.csvimport.Import.State;
import dev.clientportal.connectors.jobs.JobCursor;
import dev.clientportal.connectors.upstream.Trace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/**
 * Imports in the database, so that any of the connectors can go on with one. Every step from one state to another is one
 * conditional statement.
 */
final class ImportStore {
    private static final long LEASE_MILLIS = 30_000;
    private static final int TOGETHER = 8;
    private static final String COLUMNS =
            "id, realm, caller, file_name, charset, delimiter, at_once, state, size_bytes,"
                    + " file_hash, total_rows, rows_read, plan, plan_hash, problem, job_id, trace, lease, created_at";

    /** Without what can be long: a plan has a hundred errors. */
    private static final String LISTED =
            COLUMNS.replace("plan, plan_hash, problem", "null as plan, plan_hash, null as problem");

    private final Jdbi jdbi;
    private final Clock clock;

    ImportStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** An import that waits for its file. */
    void begin(Import made) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into cn_import (id, realm, caller, file_name, charset,"
                        + " delimiter, at_once, state, size_bytes, total_rows, rows_read, trace, lease, created_at, changed_at)"
                        + " values (:id, :realm, :caller, :name, :charset, :delimiter, :atOnce, 'UPLOADING', 0, 0, 0, :trace, 0,"
                        + " :now, :now)")
                .bind("id", made.id())
                .bind("realm", made.realm())
                .bind("caller", made.caller())
                .bind("name", made.fileName())
                .bind("charset", made.charset())
                .bind("delimiter", made.delimiter())
                .bind("atOnce", made.atOnce())
                .bind("trace", made.trace())
                .bind("now", made.createdAt())
                .execute());
    }

    void addChunk(String id, int seq, byte[] content) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into cn_import_chunk (import_id, seq, content) values (?, ?, ?)", id, seq, content));
    }

    Optional<byte[]> chunk(String id, int seq) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select content from cn_import_chunk where import_id = :id and seq = :seq")
                        .bind("id", id)
                        .bind("seq", seq)
                        .mapTo(byte[].class)
                        .findOne());
    }

    void uploaded(String id, long size, String hash) {
        step(id, State.UPLOADING, State.PLANNING, "size_bytes = :size, file_hash = :hash", update -> update.bind(
                        "size", size)
                .bind("hash", hash));
    }

    Optional<Import> find(String realm, String id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from cn_import where id = :id and realm = :realm")
                        .bind("id", id)
                        .bind("realm", realm)
                        .map(ImportStore::row)
                        .findOne());
    }

    /**
     * Newest first, without plans and problems.
     *
     * @param callerOrNull only this client's
     * @param before creation and id of the last one of the page before, or null
     */
    List<Import> list(String realm, String callerOrNull, JobCursor before, int max) {
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery("select " + LISTED + " from cn_import where realm = :realm"
                    + (callerOrNull == null ? "" : " and caller = :caller")
                    + (before == null ? "" : " and (created_at < :at or (created_at = :at and id < :id))")
                    + " order by created_at desc, id desc limit :max");
            query.bind("realm", realm).bind("max", max);
            if (callerOrNull != null) query.bind("caller", callerOrNull);
            if (before != null) query.bind("at", before.at()).bind("id", before.id());
            return query.map(ImportStore::row).list();
        });
    }

    /** One that somebody has to work on, for as long as the lease is renewed; so one whose node died goes on elsewhere. */
    Optional<Import> claim() {
        List<Import> open = jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from cn_import"
                        + " where state in ('PLANNING', 'CHECKING', 'FILLING') and lease < :now"
                        + " order by created_at limit 10")
                .bind("now", clock.millis())
                .map(ImportStore::row)
                .list());
        return open.stream()
                .filter(found -> lease(found, found.lease(), clock.millis() + LEASE_MILLIS, null))
                .findFirst()
                .flatMap(found -> find(found.realm(), found.id()));
    }

    /**
     * Renews the lease and says how far it is.
     *
     * @return the import with its new lease
     * @throws LostImport when it was cancelled, or another node has it
     */
    Import goOn(Import mine, long rowsRead) {
        if (!lease(mine, mine.lease(), clock.millis() + LEASE_MILLIS, rowsRead)) throw new LostImport();
        return find(mine.realm(), mine.id()).orElseThrow(LostImport::new);
    }

    /** Lets another node have it, or this one later. */
    void giveBack(Import mine, long notBefore) {
        lease(mine, mine.lease(), notBefore, null);
    }

    private boolean lease(Import one, long before, long until, Long rowsRead) {
        return jdbi.withHandle(handle -> handle.createUpdate("update cn_import set lease = :until, changed_at = :now"
                                + (rowsRead == null ? "" : ", rows_read = :rows")
                                + " where id = :id and lease = :before and state = :state")
                        .bind("until", until)
                        .bind("now", clock.millis())
                        .bind("rows", rowsRead)
                        .bind("id", one.id())
                        .bind("before", before)
                        .bind("state", one.state().name())
                        .execute())
                == 1;
    }

    void counted(Import mine, long rows) {
        jdbi.useHandle(handle -> handle.execute("update cn_import set total_rows = ? where id = ?", rows, mine.id()));
    }

    /** With what Keycloak had to say against some of its projects. */
    boolean planned(Import mine, State to, String plan, String hash) {
        return step(mine.id(), mine.state(), to, "plan = :plan, plan_hash = :hash, lease = 0", update -> update.bind(
                        "plan", plan)
                .bind("hash", hash));
    }

    boolean unreadable(Import mine, String problem) {
        return step(
                mine.id(),
                mine.state(),
                State.UNREADABLE,
                "problem = :problem",
                update -> update.bind("problem", problem));
    }

    /**
     * From here on it is the work of the call that commits it. False when it has another plan by now, or is not to be
     * committed.
     */
    boolean commit(String id, String planHash) {
        return step(
                id,
                State.PLANNED,
                State.CHECKING,
                "lease = 0, trace = :trace",
                "plan_hash = :hash",
                update -> update.bind("hash", planHash).bind("trace", Trace.traceparent()));
    }

    boolean fill(Import mine, String jobId) {
        return step(
                mine.id(),
                State.CHECKING,
                State.FILLING,
                "job_id = :job, lease = 0",
                update -> update.bind("job", jobId));
    }

    boolean committed(Import mine) {
        return step(mine.id(), State.FILLING, State.COMMITTED, "lease = 0", update -> update);
    }

    /** Its job was cancelled before it was handed over. */
    boolean abandoned(Import mine) {
        return step(mine.id(), State.FILLING, State.CANCELLED, "lease = 0", update -> update);
    }

    /** False when it has gone too far for that, or ended. */
    boolean cancel(Import one) {
        return step(one.id(), one.state(), State.CANCELLED, "lease = 0", update -> update);
    }

    private boolean step(
            String id, State from, State to, String what, java.util.function.UnaryOperator<Update> values) {
        return step(id, from, to, what, "1 = 1", values);
    }

    private boolean step(
            String id,
            State from,
            State to,
            String what,
            String provided,
            java.util.function.UnaryOperator<Update> values) {
        return jdbi.withHandle(handle -> values.apply(
                                handle.createUpdate("update cn_import set state = :to, changed_at = :now, " + what
                                                + " where id = :id and state = :from and " + provided)
                                        .bind("to", to.name())
                                        .bind("now", clock.millis())
                                        .bind("id", id)
                                        .bind("from", from.name()))
                        .execute())
                == 1;
    }

    void clearErrors(String id) {
        jdbi.useHandle(handle -> handle.execute("delete from cn_import_error where import_id = ?", id));
    }

    /** @param error as JSON */
    void addError(Handle handle, String id, long line, String error) {
        handle.execute("insert into cn_import_error (import_id, line, error) values (?, ?, ?)", id, line, error);
    }

    void addErrors(String id, List<RefusedLine> errors) {
        jdbi.useTransaction(handle -> errors.forEach(error -> addError(handle, id, error.line(), error.error())));
    }

    /** In the order of lines, behind this one. */
    List<RefusedLine> errors(String id, long behind, int max) {
        return jdbi.withHandle(handle -> handle.createQuery("select line, error from cn_import_error"
                        + " where import_id = :id and line > :line order by line limit :max")
                .bind("id", id)
                .bind("line", behind)
                .bind("max", max)
                .map((row, context) -> new RefusedLine(row.getLong("line"), row.getString("error")))
                .list());
    }

    /** Forgets files of long ago, and uploads that broke off; returns how many. */
    int purge(long createdBefore, long uploadBefore) {
        List<String> old = jdbi.withHandle(handle -> handle.createQuery("select id from cn_import where"
                        + " (created_at < :created and state in ('PLANNED', 'UNREADABLE', 'COMMITTED', 'CANCELLED'))"
                        + " or (state = 'UPLOADING' and changed_at < :changed)")
                .bind("created", createdBefore)
                .bind("changed", uploadBefore)
                .mapTo(String.class)
                .list());
        old.forEach(this::remove);
        return old.size();
    }

    /** Some of its content at a time: H2 holds what a transaction deletes in memory, and a file may be larger than that. */
    void remove(String id) {
        int chunks = jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from cn_import_chunk where import_id = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one());
        for (int seq = 0; seq < chunks; seq += TOGETHER) {
            int from = seq;
            jdbi.useHandle(handle -> handle.execute(
                    "delete from cn_import_chunk where import_id = ? and seq >= ? and seq < ?",
                    id,
                    from,
                    from + TOGETHER));
        }
        jdbi.useHandle(handle -> handle.execute("delete from cn_import where id = ?", id));
    }

    private static Import row(ResultSet row, StatementContext context) throws SQLException {
        return new Import(
                row.getString("id"),
                row.getString("realm"),
                row.getString("caller"),
                row.getString("file_name"),
                row.getString("charset"),
                row.getString("delimiter"),
                row.getBoolean("at_once"),
                State.valueOf(row.getString("state")),
                row.getLong("size_bytes"),
                row.getString("file_hash"),
                row.getLong("total_rows"),
                row.getLong("rows_read"),
                row.getString("plan"),
                row.getString("plan_hash"),
                row.getString("problem"),
                row.getString("job_id"),
                row.getString("trace"),
                row.getLong("lease"),
                row.getLong("created_at"));
    }

    /** @param error a {@link RowError} as JSON */
    record RefusedLine(long line, String error) {}

    /** Somebody cancelled it, or another node goes on with it. */
    static final class LostImport extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LostImport() {
            super("The import is no longer this node's", null, false, false);
        }
    }
}
