package dev.clientportal.connectors.csvimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clientportal.connectors.csvimport.Import.State;
import dev.clientportal.connectors.csvimport.ImportStore.LostImport;
import dev.clientportal.connectors.csvimport.ImportStore.RefusedLine;
import dev.clientportal.connectors.jobs.Filling;
import dev.clientportal.connectors.project.CreateProject;
import dev.clientportal.connectors.upstream.Away;
import dev.clientportal.connectors.upstream.NotGranted;
import dev.clientportal.connectors.upstream.Trace;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans files, and writes the commands of those that were committed. What a node began, another one begins again when it
 * died: each step reads the file from its start and ends with one statement.
 */
public final class ImportWorker {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final int TOGETHER = 200;
    private static final long RENEW_MILLIS = 1_000;
    private static final long AGAIN_MILLIS = 5_000;

    private final ImportStore store;
    private final ImportFiles files;
    private final Directory directory;
    private final Filling filling;
    private final Consumer<Import> committed;
    private final ObjectMapper json;
    private final Clock clock;

    /** @param committed told of each whose job was handed over */
    ImportWorker(
            ImportStore store,
            ImportFiles files,
            Directory directory,
            Filling filling,
            Consumer<Import> committed,
            ObjectMapper json,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.directory = directory;
        this.filling = filling;
        this.committed = committed;
        this.json = json;
        this.clock = clock;
    }

    /** One step of one import that waits for it, if there is one. */
    public void work() {
        store.claim().ifPresent(this::step);
    }

    private void step(Import claimed) {
        Trace.goOn(claimed.trace());
        Mine mine = new Mine(claimed);
        try {
            switch (claimed.state()) {
                case PLANNING, CHECKING -> plan(mine);
                case FILLING -> fill(mine);
                default -> LOG.warn("Nothing to do for import {} in state {}", claimed.id(), claimed.state());
            }
        } catch (LostImport lost) {
            LOG.info("Import {} was cancelled or goes on elsewhere", claimed.id());
        } catch (Away | NotGranted e) {
            LOG.warn("Import {} goes on later: {}", claimed.id(), e.getMessage());
            store.giveBack(mine.now, clock.millis() + AGAIN_MILLIS);
        } catch (IOException e) {
            unreadable(mine, e);
        }
    }

    private void unreadable(Mine mine, IOException e) {
        if (!(e instanceof UnreadableFile unreadable)) throw new java.io.UncheckedIOException(e);
        store.unreadable(mine.now, write(unreadable.error()));
    }

    /** An import that this node works on, and its lease. */
    private final class Mine {
        private Import now;
        private long renewedAt = clock.millis();

        private Mine(Import claimed) {
            this.now = claimed;
        }

        private void progress(long rows) {
            if (clock.millis() - renewedAt < RENEW_MILLIS) return;
            now = store.goOn(now, rows);
            renewedAt = clock.millis();
        }
    }

    private void plan(Mine mine) throws IOException {
        Import one = mine.now;
        store.clearErrors(one.id());
        List<RefusedLine> refused = new ArrayList<>();
        Planner planner = new Planner(
                one.realm(),
                () -> files.content(one),
                files.reading(one),
                directory,
                (project, why) -> refused.add(new RefusedLine(project.line(), write(why))),
                rows -> {
                    store.addErrors(one.id(), refused);
                    refused.clear();
                    mine.progress(rows);
                });
        Plan plan = planner.plan(one.fileHash());
        store.addErrors(one.id(), refused);
        store.counted(one, plan.rows());
        decide(mine, plan);
    }

    private void decide(Mine mine, Plan plan) {
        Import one = mine.now;
        String hash = plan.digest();
        if (one.state() == State.CHECKING && hash.equals(one.planHash())) {
            String job = filling.begin(
                    one.realm(),
                    one.caller(),
                    (int) plan.projects().create() + (int) plan.projects().there());
            store.fill(one, job);
        } else {
            State next = one.state() == State.PLANNING && one.atOnce() ? State.CHECKING : State.PLANNED;
            store.planned(one, next, write(plan), hash);
        }
    }

    /** From the first project again if it was begun before: a job is handed over only when it is whole. */
    private void fill(Mine mine) throws IOException {
        Import one = mine.now;
        filling.clear(one.jobId());
        Refusals refusals = files.refusals(one);
        List<CreateProject> together = new ArrayList<>();
        int written = 0;
        try (ProjectGroups groups = files.projects(one, () -> mine.progress(0))) {
            for (ProjectRows rows = groups.next(); rows != null; rows = groups.next()) {
                PlannedProject project = ProjectMaker.plan(rows);
                if (!project.isGood() || refusals.apply(project) != null) continue;
                together.add(project.project());
                if (together.size() < TOGETHER) continue;
                written += flush(one, written, together);
                mine.progress(groups.file().rows());
            }
        }
        written += flush(one, written, together);
        if (filling.finish(one.jobId(), written)) {
            store.committed(mine.now);
            committed.accept(one);
        } else {
            store.abandoned(mine.now);
        }
    }

    private int flush(Import one, int first, List<CreateProject> together) {
        filling.add(one.jobId(), one.realm(), first, together);
        int count = together.size();
        together.clear();
        return count;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
