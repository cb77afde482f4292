package dev.clientportal.connectors.jobs;

import dev.clientportal.connectors.jobs.Command.State;
import dev.clientportal.connectors.project.CreateProject;
import dev.clientportal.connectors.project.ProjectReader;
import dev.clientportal.connectors.upstream.Trace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Commands in the database. What a command is now decides; what is on the queue only says when to look. */
public final class CommandStore {
    private static final int MOST_DETAIL = 2000;
    private static final String COLUMNS = "id, job_id, seq, realm, company_group, external_id, body, state, invited,"
            + " result, problem_type, problem_detail, trace, finished_at";

    private final Jdbi jdbi;
    private final Clock clock;
    private final JobStore jobs;
    private final ProjectReader reader;

    public CommandStore(Jdbi jdbi, Clock clock, JobStore jobs, ProjectReader reader) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.jobs = jobs;
        this.reader = reader;
    }

    /** @param first the place of the first of them in the job */
    void insert(Handle handle, String jobId, String realm, int first, List<CreateProject> projects) {
        PreparedBatch batch = handle.prepareBatch("insert into cn_command"
                + " (id, job_id, seq, realm, company_group, external_id, body, state, trace)"
                + " values (:id, :job, :seq, :realm, :group, :externalId, :body, 'WAITING', :trace)");
        for (int i = 0; i < projects.size(); i++) {
            CreateProject project = projects.get(i);
            batch.bind("id", UUID.randomUUID().toString())
                    .bind("job", jobId)
                    .bind("seq", first + i)
                    .bind("realm", realm)
                    .bind("group", project.group(realm))
                    .bind("externalId", project.externalId())
                    .bind("body", reader.write(project))
                    .bind("trace", Trace.traceparent())
                    .add();
        }
        batch.execute();
    }

    public Optional<Command> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from cn_command where id = :id")
                .bind("id", id)
                .map(CommandStore::row)
                .findOne());
    }

    /**
     * In their order.
     *
     * @param stateOrNull only such
     * @param from the first place that counts
     */
    public List<Command> list(String jobId, State stateOrNull, int from, int max) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select " + COLUMNS + " from cn_command where job_id = :job and seq >= :from"
                    + (stateOrNull == null ? "" : " and state = :state") + " order by seq limit :max");
            query.bind("job", jobId).bind("from", from).bind("max", max);
            if (stateOrNull != null) query.bind("state", stateOrNull.name());
            return query.map(CommandStore::row).list();
        });
    }

    /**
     * Those of the realm that were set aside, the longest there first.
     *
     * @param after time and id of the last one of the page before, or null
     */
    List<Command> setAside(String realm, JobCursor after, int max) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select " + COLUMNS + " from cn_command where state = 'DEAD'"
                    + " and job_id in (select id from cn_job where realm = :realm and dead > 0)"
                    + (after == null ? "" : " and (finished_at > :at or (finished_at = :at and id > :id))")
                    + " order by finished_at, id limit :max");
            query.bind("realm", realm).bind("max", max);
            if (after != null) query.bind("at", after.at()).bind("id", after.id());
            return query.map(CommandStore::row).list();
        });
    }

    /** Decides whom it invites, unless that was decided before; returns what holds. */
    public String decideInvited(String id, String invited) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("update cn_command set invited = :invited where id = :id and invited is null")
                    .bind("invited", invited)
                    .bind("id", id)
                    .execute();
            return handle.createQuery("select invited from cn_command where id = :id")
                    .bind("id", id)
                    .mapTo(String.class)
                    .one();
        });
    }

    public boolean succeed(Command command, String result) {
        return settle(command, State.DONE, result, null, null);
    }

    public boolean fail(Command command, String type, String detail) {
        return settle(command, State.FAILED, null, type, detail);
    }

    /** After too many tries. */
    public boolean setAside(Command command, String type, String detail) {
        return settle(command, State.DEAD, null, type, detail);
    }

    /** False when somebody else did so before, as after a redelivery. */
    private boolean settle(Command command, State to, String result, String type, String detail) {
        String shortened =
                detail == null || detail.length() <= MOST_DETAIL ? detail : detail.substring(0, MOST_DETAIL - 1) + "…";
        return jdbi.inTransaction(handle -> {
            int changed = handle.createUpdate("update cn_command set state = :to, result = :result,"
                            + " problem_type = :type, problem_detail = :detail, finished_at = :now"
                            + " where id = :id and state = 'WAITING'")
                    .bind("to", to.name())
                    .bind("result", result)
                    .bind("type", type)
                    .bind("detail", shortened)
                    .bind("now", clock.millis())
                    .bind("id", command.id())
                    .execute();
            if (changed == 0) return false;
            jobs.count(handle, command.jobId(), to);
            return true;
        });
    }

    /** Makes one that was set aside wait again. */
    boolean revive(Command command) {
        return jdbi.inTransaction(handle -> {
            int changed = handle.createUpdate("update cn_command set state = 'WAITING', problem_type = null,"
                            + " problem_detail = null, finished_at = null where id = :id and state = 'DEAD'")
                    .bind("id", command.id())
                    .execute();
            if (changed == 0) return false;
            handle.createUpdate(
                            "update cn_job set dead = dead - 1, finished_at = null,"
                                    + " state = case when state = 'CANCELLED' then 'CANCELLED' else 'RUNNING' end where id = :id")
                    .bind("id", command.jobId())
                    .execute();
            handle.execute("insert into cn_replay (command_id) values (?)", command.id());
            return true;
        });
    }

    /** Hands those that were made to wait again to the queue; should it not take them, they stay. */
    void replay(int max, Consumer<List<Command>> queue) {
        jdbi.useTransaction(handle -> {
            List<Command> again = handle.createQuery("select " + COLUMNS
                            + " from cn_replay join cn_command on id = command_id order by id limit :max")
                    .bind("max", max)
                    .map(CommandStore::row)
                    .list();
            if (again.isEmpty()) return;
            handle.createUpdate("delete from cn_replay where command_id in (<ids>)")
                    .bindList("ids", again.stream().map(Command::id).toList())
                    .execute();
            queue.accept(again);
        });
    }

    static Command row(ResultSet row, StatementContext context) throws SQLException {
        long finished = row.getLong("finished_at");
        return new Command(
                row.getString("id"),
                row.getString("job_id"),
                row.getInt("seq"),
                row.getString("realm"),
                row.getString("company_group"),
                row.getString("external_id"),
                row.getString("body"),
                State.valueOf(row.getString("state")),
                row.getString("invited"),
                row.getString("result"),
                row.getString("problem_type"),
                row.getString("problem_detail"),
                row.getString("trace"),
                finished == 0 ? null : finished);
    }
}
