package dev.clientportal.e2e;

import dev.clientportal.stack.LocalStack;
import dev.clientportal.stack.ProviderJars;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A system of its own for tests that break theirs, or that need PostgreSQL. While the class runs it takes the place of the
 * suite's, so that every helper talks to it. Register it as a static field with {@code @RegisterExtension}.
 */
public final class OwnStack implements BeforeAllCallback, AfterAllCallback {
    /** Also the user, and the password. */
    public static final String POSTGRES = "postgres";

    private static final String PORTAL = "portal";

    /** What its portal has for new contacts. */
    public static final String FILM = "https://films.example:8443/welcome.mp4";

    @SuppressWarnings("NonFinalStaticField") // One per process, as Stack.
    private static Running shared;

    private final String name;
    private final boolean postgres;
    private final boolean portal;
    private final List<String> serverOptions;
    private final List<String> mailConnectors;
    private Running running;
    private LocalStack suite;

    private OwnStack(
            String name, boolean postgres, boolean portal, List<String> serverOptions, List<String> mailConnectors) {
        this.name = name;
        this.postgres = postgres;
        this.portal = portal;
        this.serverOptions = serverOptions;
        this.mailConnectors = mailConnectors;
    }

    /** On an H2 of its own; ends with the class. */
    public static OwnStack toBreak(String... serverOptions) {
        return new OwnStack("stack-broken", false, false, List.of(serverOptions), null);
    }

    /** As {@link #toBreak}, with connectors by which the mails leave, and these options of theirs. */
    public static OwnStack toBreakWithMailConnectors(List<String> options) {
        return new OwnStack("stack-broken", false, false, List.of(), options);
    }

    /** As {@link #toBreak}, with the portal application. */
    public static OwnStack toBreakWithPortal() {
        return new OwnStack("stack-broken", false, true, List.of(), null);
    }

    /** On a PostgreSQL, with the portal application. All classes of a process share one, which ends with it. */
    public static OwnStack onPostgres() {
        return new OwnStack("stack-postgres", true, true, List.of(), null);
    }

    /** What is killed keeps to the product's own minute: a portal without its firm would be part of what is tested. */
    private String[] portalOptions() {
        String film = "-Dclient-portal.welcome-url=" + FILM;
        return postgres ? new String[] {film, Stack.FIRMS_AS_THEY_ARE} : new String[] {film};
    }

    public LocalStack local() {
        return running.stack;
    }

    /** PostgreSQL itself, past the server. */
    public DataSource database() {
        return running.database.getPostgresDatabase();
    }

    /** The portal application's PostgreSQL, past it. */
    public DataSource portalDatabase() {
        return database(PORTAL);
    }

    /** One that {@link #newDatabase} made. */
    public DataSource database(String name) {
        return running.database.getDatabase(POSTGRES, name);
    }

    /** The address of a new, empty database beside those. */
    public String newDatabase(String name) {
        new ManyContacts(database()).execute("CREATE DATABASE " + name);
        return running.database.getJdbcUrl(POSTGRES, name);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = postgres && shared != null ? shared : new Running(this);
        if (postgres) {
            shared = running;
        }
        suite = Stack.replace(running.stack);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Stack.replace(suite);
        if (!postgres && running != null) {
            running.close();
        }
    }

    private static final class Running {
        private final EmbeddedPostgres database;
        private final LocalStack stack;

        Running(OwnStack own) {
            Path directory = Stack.folder(own.name);
            BuiltServer.copy(Stack.folder("stack").resolve("server"), directory.resolve("server"));
            LocalStack.Builder builder = LocalStack.builder()
                    .dataDir(directory)
                    .fresh(true)
                    .extraProviders(ProviderJars.named("test-support"))
                    .serverOptions(Stream.concat(Stream.of("--proxy-headers=xforwarded"), own.serverOptions.stream())
                            .toArray(String[]::new));
            database = own.postgres ? startDatabase() : null;
            if (own.mailConnectors != null) {
                builder.connectors(Stack.connectors(), own.mailConnectors.toArray(String[]::new))
                        .mailByConnectors();
            }
            if (own.portal) {
                builder.connectors(Stack.connectors(), Stack.CONNECTORS_LIMITS)
                        .portalApp(Stack.portalApp())
                        .portalOptions(own.portalOptions());
            }
            if (own.postgres) {
                builder.postgres(database.getJdbcUrl(POSTGRES, POSTGRES), POSTGRES, POSTGRES)
                        .portalPostgres(database.getJdbcUrl(POSTGRES, PORTAL), POSTGRES, POSTGRES);
            }
            stack = builder.build().start();
        }

        private static EmbeddedPostgres startDatabase() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
                new ManyContacts(server.getPostgresDatabase()).execute("CREATE DATABASE " + PORTAL);
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void close() {
            stack.close();
        }
    }
}
