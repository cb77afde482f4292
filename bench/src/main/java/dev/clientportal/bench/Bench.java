package dev.clientportal.bench;

import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.ManyContacts;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Stack;
import dev.clientportal.stack.LocalStack;
import dev.clientportal.stack.ProviderJars;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts systems of its own, without limits on mails, and prints the figures of {@code bench/README.md}: those named
 * ({@code login}, {@code login-postgres}, {@code scale}, {@code mails}, {@code imports}, {@code imports-h2}, {@code connectors}, {@code console}), or all.
 */
public final class Bench {
    private static final String LIMITS = "--spi-client-portal-limits--database--";
    private static final String CONNECTORS = "-Dclient-portal.connectors.";

    private Bench() {}

    public static void main(String[] args) throws InterruptedException, IOException, SQLException {
        List<String> wanted = args.length == 0
                ? List.of("login", "login-postgres", "scale", "mails", "imports", "imports-h2", "connectors", "console")
                : List.of(args);
        if (wanted.contains("login")) login(stack("stack").build());
        if (wanted.contains("login-postgres")) loginOnPostgres();
        if (wanted.contains("scale")) scale();
        if (wanted.contains("mails")) mails();
        if (wanted.contains("imports")) imports();
        if (wanted.contains("imports-h2"))
            withConnectors(stack("stack-imports-h2"), List.of(), () -> new ImportCost(directory()).print());
        if (wanted.contains("connectors")) connectors();
        if (wanted.contains("console")) console();
    }

    private static void login(LocalStack system) throws InterruptedException {
        try (LocalStack stack = system) {
            Stack.replace(stack.start());
            Portal.open();
            new LoginCost().print();
            new CompanyCost().print();
            new SlowMailServer(stack.mailServer()).print();
        }
    }

    private static void console() {
        try (LocalStack stack = stack("stack-console").build()) {
            Stack.replace(stack.start());
            new ConsoleLoad().print();
        }
    }

    private static void loginOnPostgres() throws InterruptedException, IOException {
        try (EmbeddedPostgres database = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "120")
                .start()) {
            login(stack("stack-login")
                    .postgres(database.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")
                    .build());
        }
    }

    private static void scale() throws IOException, SQLException {
        try (EmbeddedPostgres database = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "120")
                        .start();
                LocalStack stack = stack("stack-scale")
                        .postgres(database.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")
                        .build()) {
            Stack.replace(stack.start());
            Portal.open();
            new ScaleCost(database.getPostgresDatabase()).print();
        }
    }

    /** Once by the server itself, once by the connectors. */
    private static void mails() throws InterruptedException {
        mails("Keycloak", stack("stack-mails"));
        mails(
                "Connectors",
                stack("stack-mails")
                        .connectors(connectorsJar(), CONNECTORS + "mails-per-second=1000")
                        .mailByConnectors());
    }

    private static void mails(String who, LocalStack.Builder builder) throws InterruptedException {
        try (LocalStack stack = builder.build()) {
            Stack.replace(stack.start());
            Portal.open();
            System.out.println(who + ":");
            new MailRate(stack.mailServer()).print();
        }
    }

    private static void imports() throws InterruptedException, IOException {
        try (EmbeddedPostgres database = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .start()) {
            new ManyContacts(database.getPostgresDatabase()).execute("CREATE DATABASE portal");
            LocalStack.Builder builder = stack("stack-imports")
                    .postgres(database.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")
                    .portalPostgres(database.getJdbcUrl("postgres", "portal"), "postgres", "postgres");
            withConnectors(builder, List.of(), () -> new ImportCost(directory()).print());
        }
    }

    /** Webhooks that do not wait for their project, and the heap. */
    private static void connectors() throws InterruptedException {
        Path log = directory().resolve("connectors-gc.log").toAbsolutePath();
        withConnectors(stack("stack-connectors"), List.of(CONNECTORS + "waiting=0", ImportMemory.option(log)), () -> {
            new AcceptanceCost().print();
            new ImportMemory(directory(), log).print();
        });
    }

    /** With the portal app and the connectors. */
    private static void withConnectors(LocalStack.Builder builder, List<String> options, Cpu.Work work)
            throws InterruptedException {
        List<String> all = new ArrayList<>(options);
        all.add(CONNECTORS + "calls-per-minute=1000000");
        builder.portalApp(Path.of(
                        System.getProperty("client-portal.app", "../portal-app/target/quarkus-app/quarkus-run.jar")))
                .connectors(connectorsJar(), all.toArray(String[]::new));
        try (LocalStack stack = builder.build()) {
            Stack.replace(stack.start());
            new LandsInPortal().beforeAll(null);
            work.run();
        }
    }

    private static Path connectorsJar() {
        return Path.of(
                System.getProperty("client-portal.connectors", "../camel-connectors/target/connectors/connectors.jar"));
    }

    private static Path directory() {
        return Path.of(System.getProperty("client-portal.stack.dir", "target"));
    }

    private static LocalStack.Builder stack(String directory) {
        return LocalStack.builder()
                .dataDir(directory().resolve(directory))
                .fresh(true)
                .extraProviders(ProviderJars.named("test-support"))
                .serverOptions(
                        LIMITS + "mail-pause-seconds=0",
                        LIMITS + "mails-per-hour=1000",
                        LIMITS + "mails-per-day=10000",
                        LIMITS + "bulk-invitations-per-hour=100000",
                        LIMITS + "requests-per-hour-and-ip=100000",
                        LIMITS + "verifications-per-minute-and-ip=100000");
    }
}
