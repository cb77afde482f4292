package dev.clientportal.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the id of a process lies while it runs, for the next run on the same data.
 *
 * @param mark what is in the command line of this process and of no other
 */
record PidFile(Path file, String mark) {
    /** Ends a process that an earlier, killed run of ours left behind. */
    void endLeftOver() throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        ProcessHandle.of(Long.parseLong(Files.readString(file).trim()))
                .filter(handle -> handle.info().commandLine().orElse("").contains(mark))
                .ifPresent(handle -> {
                    handle.destroyForcibly();
                    handle.onExit().join();
                });
        Files.delete(file);
    }

    void write(long pid) throws IOException {
        Files.writeString(file, Long.toString(pid));
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
