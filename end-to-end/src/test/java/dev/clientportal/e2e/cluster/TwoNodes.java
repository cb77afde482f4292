package dev.clientportal.e2e.cluster;

import static org.awaitility.Awaitility.await;

import dev.clientportal.e2e.Balancer;
import dev.clientportal.e2e.BuiltServer;
import dev.clientportal.e2e.Stack;
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

/** Two servers on one PostgreSQL behind a load balancer. While the class runs they take the place of the suite's. */
final class TwoNodes implements BeforeAllCallback, AfterAllCallback {
    private EmbeddedPostgres database;
    private Balancer balancer;
    private LocalStack first;
    private LocalStack second;
    private LocalStack suite;

    /** Requests go to both in turn. */
    void both() {
        balancer.to(first.nodeUrl(), second.nodeUrl());
    }

    void onlyFirst() {
        balancer.to(first.nodeUrl());
    }

    void onlySecond() {
        balancer.to(second.nodeUrl());
    }

    /** The second stops in the middle of whatever it does, and dies when it holds so many requests up. */
    void killSecondWith(int requests) {
        signal("-STOP");
        await().until(() -> balancer.runningOn(second.nodeUrl()) >= requests);
        second.kill();
    }

    void restartSecond() {
        second.restart();
    }

    int brokenOff() {
        return balancer.brokenOff();
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", name, Long.toString(second.keycloakPid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    DataSource database() {
        return database.getPostgresDatabase();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        database = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "250")
                .start();
        balancer = new Balancer();
        first = node("first").build().start();
        second = node("second")
                .importRealms(false)
                .smtp(first.smtpHost(), first.smtpPort())
                .build()
                .start();
        both();
        suite = Stack.replace(first);
    }

    private LocalStack.Builder node(String name) {
        Path directory = Stack.folder("stack-node-" + name);
        BuiltServer.copy(Stack.folder("stack-postgres").resolve("server"), directory.resolve("server"));
        BuiltServer.copy(Stack.folder("stack-node-first").resolve("server"), directory.resolve("server"));
        return LocalStack.builder()
                .dataDir(directory)
                .nodeBehind(balancer.url())
                .postgres(database.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")
                .extraProviders(ProviderJars.named("test-support"))
                .serverOptions(
                        "--proxy-headers=xforwarded",
                        "--spi-client-portal-mail--keycloak--lease-seconds=10",
                        "--spi-client-portal-mail--keycloak--poll-seconds=1");
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        Stack.replace(suite);
        for (AutoCloseable part : new AutoCloseable[] {second, first, balancer, database}) {
            close(part);
        }
    }

    private static void close(AutoCloseable part) throws IOException {
        try {
            if (part != null) part.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
