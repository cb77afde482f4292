package dev.clientportal.e2e;

import dev.clientportal.stack.LocalStack;
import dev.clientportal.stack.ProviderJars;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A system of its own for tests that break theirs, or that need PostgreSQL. While the class runs it takes the place of the
 * suite's, so that every helper talks to it. Register it as a static field with {@code @RegisterExtension}.
 */
public final class OwnStack implements BeforeAllCallback, AfterAllCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(OwnStack.class);

    private final String name;
    private final boolean postgres;
    private Running running;
    private LocalStack suite;

    private OwnStack(String name, boolean postgres) {
        this.name = name;
        this.postgres = postgres;
    }

    /** On an H2 of its own; ends with the class. */
    public static OwnStack toBreak() {
        return new OwnStack("stack-broken", false);
    }

    /** On a PostgreSQL. All classes that ask for it share one, which ends with the suite. */
    public static OwnStack onPostgres() {
        return new OwnStack("stack-postgres", true);
    }

    public LocalStack local() {
        return running.stack;
    }

    /** PostgreSQL itself, past the server. */
    public DataSource database() {
        return running.database.getPostgresDatabase();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = postgres
                ? context.getRoot()
                        .getStore(NAMESPACE)
                        .getOrComputeIfAbsent(name, key -> new Running(name, true), Running.class)
                : new Running(name, false);
        suite = Stack.replace(running.stack);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        Stack.replace(suite);
        if (!postgres && running != null) {
            running.close();
        }
    }

    /** One such system. JUnit closes what is in its store. */
    private static final class Running implements AutoCloseable {
        private final EmbeddedPostgres database;
        private final LocalStack stack;

        Running(String name, boolean postgres) {
            Path directory = Path.of("target", name);
            BuiltServer.copy(Path.of("target", "stack", "server"), directory.resolve("server"));
            LocalStack.Builder builder = LocalStack.builder()
                    .dataDir(directory)
                    .fresh(true)
                    .extraProviders(ProviderJars.named("test-support"))
                    .serverOptions("--proxy-headers=xforwarded");
            database = postgres ? startDatabase() : null;
            if (postgres) {
                builder.postgres(database.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            }
            stack = builder.build().start();
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

        @Override
        public void close() throws IOException {
            stack.close();
            if (database != null) {
                database.close();
            }
        }
    }
}
