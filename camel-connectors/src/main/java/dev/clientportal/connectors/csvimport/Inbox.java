package dev.clientportal.connectors.csvimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clientportal.connectors.csvimport.Import.State;
import dev.clientportal.connectors.door.ProblemException;
import dev.clientportal.connectors.jobs.Job;
import dev.clientportal.connectors.jobs.JobStore;
import dev.clientportal.connectors.upstream.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A realm's folder: what lies in {@code inbox} is imported, and ends in {@code done}, or in {@code failed} with its errors
 * beside it. Several connectors may share the folder: a file is the one's that moves it first.
 */
public final class Inbox {
    private static final String CALLER = ":inbox";
    private static final String MARK = "~";
    private static final Duration STUCK = Duration.ofMinutes(5);

    private final String realm;
    private final Path folder;
    private final Uploads uploads;
    private final ImportStore store;
    private final ImportFiles files;
    private final JobStore jobs;
    private final ObjectMapper json;
    private final Clock clock;

    /** What the inboxes of all realms need. */
    record Parts(
            Uploads uploads, ImportStore store, ImportFiles files, JobStore jobs, ObjectMapper json, Clock clock) {}

    Inbox(String realm, Path folder, Parts parts) {
        this.realm = realm;
        this.folder = folder;
        this.uploads = parts.uploads;
        this.store = parts.store;
        this.files = parts.files;
        this.jobs = parts.jobs;
        this.json = parts.json;
        this.clock = parts.clock;
    }

    String realm() {
        return realm;
    }

    Path inbox() {
        return folder.resolve("inbox");
    }

    void create() {
        try {
            for (String part : List.of("inbox", "working", "done", "failed")) {
                Files.createDirectories(folder.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for imports cannot be made", e);
        }
    }

    /** Begins to import a file, unless somebody else was faster. */
    public void take(Path file) throws IOException {
        String id = UUID.randomUUID().toString();
        String name = file.getFileName().toString();
        Path mine = folder.resolve("working").resolve(id + MARK + name);
        try {
            // Before it is moved: in the folder of what is worked on, an old file is one that a node left behind.
            Files.setLastModifiedTime(file, FileTime.fromMillis(clock.millis()));
            Files.move(file, mine, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException taken) {
            return;
        }
        try (InputStream content = Files.newInputStream(mine)) {
            uploads.take(begun(id, name), content);
        } catch (ProblemException refused) {
            fail(mine, name, new RowError(1, null, null, refused.getMessage(), null));
        }
    }

    private Import begun(String id, String name) {
        return new Import(
                id,
                realm,
                CALLER,
                name,
                charset(name),
                null,
                true,
                State.UPLOADING,
                0,
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                Trace.traceparent(),
                0,
                clock.millis());
    }

    /** Of {@code clients.windows-1257.csv}; null where the name has none. */
    private static String charset(String name) {
        String[] parts = name.split("\\.");
        String said = parts.length > 2 ? parts[parts.length - 2] : "";
        return Encoding.chosen(said).isPresent() ? said : null;
    }

    /** Moves away what has ended; what a node took and never stored lies in the inbox again. */
    public void settle() throws IOException {
        try (Stream<Path> working = Files.list(folder.resolve("working"))) {
            for (Path file : working.toList()) settle(file);
        }
    }

    private void settle(Path file) throws IOException {
        String[] named = file.getFileName().toString().split(MARK, 2);
        if (named.length < 2) return;
        Optional<Import> found = store.find(realm, named[0]);
        if (found.isEmpty()) {
            long since = Files.getLastModifiedTime(file).toMillis();
            if (clock.millis() - since > STUCK.toMillis()) move(file, "inbox", named[1]);
            return;
        }
        Import one = found.get();
        if (one.state() == State.UNREADABLE) fail(file, named[1], read(one.problem(), RowError.class));
        else if (one.state() == State.CANCELLED) move(file, "failed", named[1]);
        else if (one.state() == State.COMMITTED) settle(file, named[1], one);
    }

    private void settle(Path file, String name, Import one) throws IOException {
        Job job = jobs.find(realm, one.jobId()).orElse(null);
        if (job == null || !job.isFinished()) return;
        long errors = read(one.plan(), Plan.class).errorCount() + job.failed() + job.dead() + job.cancelled();
        if (errors == 0) {
            move(file, "done", name);
            return;
        }
        try (InputStream rows = files.errors(one)) {
            Path beside = errorsOf(name);
            Files.copy(rows, beside, StandardCopyOption.REPLACE_EXISTING);
        }
        move(file, "failed", name);
    }

    private void fail(Path file, String name, RowError why) throws IOException {
        String text = CsvLines.MARK
                + CsvLines.of(List.of("line", "error"))
                + CsvLines.of(List.of(Long.toString(why.line()), why.said()));
        Files.writeString(errorsOf(name), text);
        move(file, "failed", name);
    }

    private Path errorsOf(String name) {
        return folder.resolve("failed").resolve(name.replaceFirst("(?i)\\.csv$", "") + ".errors.csv");
    }

    /** A file of that name that lies there is an older one. */
    private void move(Path file, String where, String name) throws IOException {
        try {
            Files.move(file, folder.resolve(where).resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException movedByAnother) {
            // Two connectors saw its end at once.
        }
    }

    private <T> T read(String written, Class<T> type) {
        try {
            return json.readValue(written, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
