package dev.clientportal.e2e;

import dev.clientportal.stack.LocalStack;
import dev.clientportal.stack.ProviderJars;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One system for all tests of this process, started by the first that needs it and ended with the process: JUnit's own store
 * is emptied after each class where the build runs several processes. Annotate a test with {@code @ExtendWith(Stack.class)}.
 */
public final class Stack implements BeforeAllCallback {
    private static final Path WELCOME = folder("welcome").toAbsolutePath();

    /** One limit that is not the default, and that no test reaches: it shows that limits follow the options. */
    private static final String BULK_LIMIT = "--spi-client-portal-limits--database--bulk-invitations-per-hour=9000";

    /** Tests call more often than callers may, and are wrong more often. */
    static final String[] CONNECTORS_LIMITS = {
        ConnectorsReplica.set("calls-per-minute", "100000"),
        ConnectorsReplica.set("failures-per-client", "100000"),
        ConnectorsReplica.set("failures-per-address", "100000")
    };

    /** Tests change the firm, and would wait for the portal application to see it: for a minute otherwise. */
    static final String FIRMS_AS_THEY_ARE = "-Dquarkus.cache.caffeine.firms.expire-after-write=1S";

    @SuppressWarnings("NonFinalStaticField") // One system per process is the point.
    private static LocalStack local;

    @SuppressWarnings("NonFinalStaticField") // Likewise: why it did not start.
    private static RuntimeException failure;

    @SuppressWarnings("NonFinalStaticField") // The system's one, likewise.
    private static AuthenticationDevice device;

    @Override
    public void beforeAll(ExtensionContext context) {
        // It would fail for each class of tests again, minutes later each time.
        if (failure != null) throw new IllegalStateException("The system did not start", failure);
        if (local != null) return;
        try {
            start();
        } catch (RuntimeException failed) {
            failure = failed;
            throw failed;
        }
    }

    public static LocalStack local() {
        if (local == null) {
            throw new IllegalStateException("Annotate the test with @ExtendWith(Stack.class)");
        }
        return local;
    }

    /** Of the people who log in by CIBA. */
    public static AuthenticationDevice authenticationDevice() {
        return device;
    }

    /** Where the portal looks for films that greet new contacts. Whoever puts one there takes it away again. */
    public static Path welcomeFolder() {
        return WELCOME;
    }

    /** Kept after the run, and of this process alone: the build runs several at once. */
    public static Path folder(String name) {
        return Path.of("target", System.getProperty("client-portal.fork", "fork-1"), name);
    }

    /** The portal application as the build made it. */
    static Path portalApp() {
        return Path.of(System.getProperty("client-portal.app", "../portal-app/target/quarkus-app/quarkus-run.jar"));
    }

    /** The connectors as the build made them. */
    static Path connectors() {
        return Path.of(
                System.getProperty("client-portal.connectors", "../camel-connectors/target/connectors/connectors.jar"));
    }

    /** For those who start a system with settings of their own. Returns the one that was there. */
    public static LocalStack replace(LocalStack other) {
        LocalStack before = local;
        local = other;
        return before;
    }

    private static void start() {
        device = new AuthenticationDevice();
        local = LocalStack.builder()
                .dataDir(folder("stack"))
                .fresh(true)
                .portalApp(portalApp())
                .connectors(connectors(), CONNECTORS_LIMITS)
                .extraProviders(ProviderJars.named("test-support"))
                // Tests are many people behind one address: X-Forwarded-For tells the limits who is who.
                .serverOptions("--proxy-headers=xforwarded", device.serverOption(), BULK_LIMIT)
                .portalOptions(
                        "-Dclient-portal.notifications.gather=1s",
                        "-Dclient-portal.welcome-folder=" + WELCOME,
                        FIRMS_AS_THEY_ARE)
                .build()
                .start();
    }
}
