package dev.clientportal.connectors.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Jdbi;

/**
 * Callers that wait for their job to end, which another node may work on: one statement asks for all of them, ten times a
 * second and whenever a command is settled here.
 */
public final class Waiting {
    private final Jdbi jdbi;
    private final Duration within;
    private final Semaphore places;
    private final Map<String, CompletableFuture<Void>> jobs = new ConcurrentHashMap<>();

    public Waiting(Jdbi jdbi, Duration within, int places) {
        this.jdbi = jdbi;
        this.within = within;
        this.places = new Semaphore(places);
    }

    /** Returns when the job has ended, when the time is over, or at once when too many wait. */
    public void until(Job job) {
        if (job.isFinished() || !places.tryAcquire()) return;
        try {
            jobs.computeIfAbsent(job.id(), id -> new CompletableFuture<>())
                    .get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillRunning) {
            jobs.remove(job.id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            places.release();
        }
    }

    /** Lets those go on whose job has ended. */
    public void look() {
        Set<String> waiting = Set.copyOf(jobs.keySet());
        if (waiting.isEmpty()) return;
        List<String> ended = jdbi.withHandle(
                handle -> handle.createQuery("select id from cn_job where id in (<ids>) and finished_at is not null")
                        .bindList("ids", waiting)
                        .mapTo(String.class)
                        .list());
        for (String id : ended) {
            CompletableFuture<Void> future = jobs.remove(id);
            if (future != null) future.complete(null);
        }
    }
}
