package dev.clientportal.connectors.jobs;

import dev.clientportal.connectors.door.Caller;
import dev.clientportal.connectors.door.Problem;
import dev.clientportal.connectors.door.ProblemException;
import dev.clientportal.connectors.jobs.Job.Kind;
import dev.clientportal.connectors.jobs.Job.State;
import dev.clientportal.connectors.project.CreateProject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Takes work so that it is not lost: a job and its commands are in the database before anybody is told that it was accepted.
 * The same call again is the same job.
 */
public final class Acceptance {
    private final Jdbi jdbi;
    private final Clock clock;
    private final JobStore jobs;
    private final CommandStore commands;

    public Acceptance(Jdbi jdbi, Clock clock, JobStore jobs, CommandStore commands) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.jobs = jobs;
        this.commands = commands;
    }

    /**
     * What came of it.
     *
     * @param isNew false for a call that was made before
     */
    public record Accepted(Job job, boolean isNew) {}

    /**
     * @param key once for each caller, or null where each call is another one
     * @throws ProblemException when the key belongs to another call, or nothing can be stored now
     */
    public Accepted accept(Caller caller, Kind kind, CallKey key, String bodyHash, List<CreateProject> projects) {
        try {
            for (int tries = 0; tries < 5; tries++) {
                Optional<Job> before =
                        key == null ? Optional.empty() : jobs.withKey(caller.realm(), caller.client(), key.text());
                if (before.isPresent()) {
                    if (!isFreed(before.get(), key, bodyHash)) return new Accepted(before.get(), false);
                } else {
                    Optional<Job> made = insert(caller, kind, key, bodyHash, projects);
                    if (made.isPresent()) return new Accepted(made.get(), true);
                }
            }
        } catch (JdbiException e) {
            throw ProblemException.later(Problem.UNAVAILABLE, "It could not be stored. Nothing was done.", 5);
        }
        throw ProblemException.later(Problem.UNAVAILABLE, "Too many calls with this key at once. Nothing was done.", 1);
    }

    /** A key that only stands for the external id is free again when its call was refused: the corrected one may come. */
    private boolean isFreed(Job before, CallKey key, String bodyHash) {
        if (bodyHash.equals(before.bodyHash())) return false;
        if (key.isGiven()) {
            throw new ProblemException(Problem.KEY_USED, "This Idempotency-Key came with another body before.");
        }
        if (!before.isFinished() || before.failed() == 0) {
            throw new ProblemException(Problem.KEY_USED, "This externalId came with other content before.");
        }
        jobs.release(before.id(), key.text());
        return true;
    }

    private Optional<Job> insert(Caller caller, Kind kind, CallKey key, String bodyHash, List<CreateProject> projects) {
        Job job = new Job(
                UUID.randomUUID().toString(),
                caller.realm(),
                kind,
                caller.client(),
                bodyHash,
                State.RUNNING,
                projects.size(),
                0,
                0,
                0,
                0,
                0,
                clock.millis(),
                null);
        try {
            jdbi.useTransaction(handle -> {
                jobs.insert(handle, job, key == null ? null : key.text());
                commands.insert(handle, job.id(), job.realm(), 0, projects);
            });
            return Optional.of(job);
        } catch (JdbiException failed) {
            // Somebody with the same key was first; else nothing could be stored, and asking again says so.
            if (key == null
                    || jobs.withKey(caller.realm(), caller.client(), key.text()).isEmpty()) throw failed;
            return Optional.empty();
        }
    }
}
