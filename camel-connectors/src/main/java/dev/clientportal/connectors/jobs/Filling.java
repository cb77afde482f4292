package dev.clientportal.connectors.jobs;

import dev.clientportal.connectors.jobs.Job.Kind;
import dev.clientportal.connectors.jobs.Job.State;
import dev.clientportal.connectors.project.CreateProject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Jobs whose commands are too many for one transaction: written some at a time, and handed over when all are there. One that
 * was cancelled meanwhile takes no more of them.
 */
public final class Filling {
    private final Jdbi jdbi;
    private final Clock clock;
    private final JobStore jobs;
    private final CommandStore commands;

    public Filling(Jdbi jdbi, Clock clock, JobStore jobs, CommandStore commands) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.jobs = jobs;
        this.commands = commands;
    }

    /**
     * A job of an import.
     *
     * @param total how many commands are expected
     */
    public String begin(String realm, String caller, int total) {
        String id = UUID.randomUUID().toString();
        Job job = new Job(
                id, realm, Kind.IMPORT, caller, null, State.FILLING, total, 0, 0, 0, 0, 0, clock.millis(), null);
        jdbi.useTransaction(handle -> jobs.insert(handle, job, null));
        return id;
    }

    /** Forgets what was written by somebody who did not come to the end. */
    public void clear(String jobId) {
        jdbi.useTransaction(handle -> {
            if (isFilling(handle, jobId)) handle.execute("delete from cn_command where job_id = ?", jobId);
        });
    }

    /** @param first the place of the first of them in the job */
    public void add(String jobId, String realm, int first, List<CreateProject> projects) {
        jdbi.useTransaction(handle -> {
            if (isFilling(handle, jobId)) commands.insert(handle, jobId, realm, first, projects);
        });
    }

    /** Hands it over. False when it was cancelled before. */
    public boolean finish(String jobId, int total) {
        return jdbi.inTransaction(handle -> {
            handle.execute(
                    "update cn_job set total = ?, state = 'RUNNING' where id = ? and state = 'FILLING'", total, jobId);
            int cancelled = handle.execute(
                    "update cn_job set cancelled = total where id = ? and state = 'CANCELLED' and fed = 0", jobId);
            jobs.finish(handle, jobId);
            return cancelled == 0;
        });
    }

    /** Locks it against being cancelled in between. */
    private static boolean isFilling(Handle handle, String jobId) {
        return handle.execute("update cn_job set fed_lease = 0 where id = ? and state = 'FILLING'", jobId) == 1;
    }
}
