package dev.clientportal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the connectors' heap holds at most, after its collections, while files of several sizes are planned. */
final class ImportMemory {
    private static final int CONTACTS = 10;
    private static final int[] SIZES = {1_000, 100_000, 1_000_000};
    private static final long LOOK_MILLIS = 1_000;

    /** As in {@code Pause Young (Normal) (G1 Evacuation Pause) 153M->42M(256M) 3.141ms}. */
    private static final Pattern COLLECTED = Pattern.compile("\\d+M->(\\d+)M\\(\\d+M\\)");

    private final Path directory;
    private final Path log;

    /** @param log of the connectors' collector; each start begins it anew */
    ImportMemory(Path directory, Path log) {
        this.directory = directory;
        this.log = log;
    }

    /** For the connectors. */
    static String option(Path log) {
        return "-Xlog:gc:file=" + log;
    }

    void print() throws InterruptedException {
        int least = 0;
        for (int rows : SIZES) {
            int heap = heapOf(rows);
            if (least == 0) least = heap;
            System.out.printf(
                    "Most of the heap after a collection, %,d rows: %d MB, ratio %.2f%n",
                    rows, heap, (double) heap / least);
        }
    }

    /** In MB. */
    private int heapOf(int rows) throws InterruptedException {
        Stack.local().restartConnectors();
        Path file = new ImportRows("m", rows / CONTACTS, CONTACTS).write(directory.resolve(rows + ".csv"));
        long start = System.nanoTime();
        JsonNode planned = new FileImport(LOOK_MILLIS).plan(file);
        System.out.printf("%,d rows planned in %.0f s%n", rows, (System.nanoTime() - start) / 1e9);
        if (planned.at("/plan/rows").asInt() != rows) throw new IllegalStateException(planned.toString());
        try {
            Files.delete(file);
            return COLLECTED
                    .matcher(Files.readString(log))
                    .results()
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .max()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
