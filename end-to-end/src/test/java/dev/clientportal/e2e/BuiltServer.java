package dev.clientportal.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.stream.Stream;

/** A server that is unpacked and built already: both take a while, and a copy of it needs neither. */
public final class BuiltServer {
    private BuiltServer() {}

    /**
     * Does nothing when no process of the build has such a server yet, or when the copy was made before.
     *
     * @param stack the name of the folder of a system whose server it is
     */
    public static void copy(String stack, Path to) {
        if (Files.exists(to)) return;
        find(stack).ifPresent(built -> copy(built, to));
    }

    private static Optional<Path> find(String stack) {
        try (Stream<Path> processes = Files.list(Path.of("target"))) {
            return processes
                    .map(process -> process.resolve(stack).resolve("server"))
                    .filter(server -> Files.exists(server.resolve("built-from.sha256")))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path built, Path to) {
        try {
            Files.walkFileTree(built, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                        throws IOException {
                    if (directory.equals(built.resolve("data"))) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    Files.createDirectories(to.resolve(built.relativize(directory)));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.copy(file, to.resolve(built.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
