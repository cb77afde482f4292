package dev.clientportal.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of {@code docs/}, by their names there. */
public final class Documentation {
    private static final Path FOLDER = Path.of(System.getProperty("client-portal.docs", "../docs"));

    private Documentation() {}

    public static Path file(String name) {
        return FOLDER.resolve(name);
    }

    public static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
