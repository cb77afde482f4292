package dev.clientportal.e2e;

import dev.clientportal.stack.LocalStack;
import dev.clientportal.stack.ProviderJars;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A system of its own for tests that break theirs. While the class runs it takes the place of the suite's, so that every
 * helper talks to it. Register it as a static field with {@code @RegisterExtension}.
 */
public final class OwnStack implements BeforeAllCallback, AfterAllCallback {
    private final String name;
    private final UnaryOperator<LocalStack.Builder> options;
    private final boolean postgres;
    private EmbeddedPostgres database;
    private LocalStack own;
    private LocalStack suite;

    /** @param name of the directory below {@code target}; stacks of one name share an unpacked server */
    public OwnStack(String name, UnaryOperator<LocalStack.Builder> options) {
        this(name, options, false);
    }

    private OwnStack(String name, UnaryOperator<LocalStack.Builder> options, boolean postgres) {
        this.name = name;
        this.options = options;
        this.postgres = postgres;
    }

    /** On a PostgreSQL that is started with it. */
    public static OwnStack onPostgres() {
        return new OwnStack("stack-postgres", UnaryOperator.identity(), true);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Path directory = Path.of("target", name);
        copyServer(Path.of("target", "stack", "server"), directory.resolve("server"));
        LocalStack.Builder builder = options.apply(LocalStack.builder()
                .dataDir(directory)
                .fresh(true)
                .extraProviders(ProviderJars.named("test-support"))
                .serverOptions("--proxy-headers=xforwarded"));
        if (postgres) {
            database = startDatabase();
            builder.postgres(database.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        }
        own = builder.build().start();
        suite = Stack.replace(own);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (own != null) {
            Stack.replace(suite);
            own.close();
        }
        if (database != null) {
            database.close();
        }
    }

    private static EmbeddedPostgres startDatabase() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "120")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The suite's server is built already, and building takes half a minute; what differs is built anew. */
    private static void copyServer(Path built, Path to) {
        if (Files.notExists(built.resolve("built-from.sha256")) || Files.exists(to)) {
            return;
        }
        try {
            Files.walkFileTree(built, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                        throws IOException {
                    if (directory.endsWith("server/data")) {
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
