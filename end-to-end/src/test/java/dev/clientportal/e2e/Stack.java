package dev.clientportal.e2e;

import dev.clientportal.stack.LocalStack;
import dev.clientportal.stack.ProviderJars;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One system for the whole suite, started by the first test that needs it and ended after the last. Annotate a test with
 * {@code @ExtendWith(Stack.class)}.
 */
public final class Stack implements BeforeAllCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Stack.class);

    private static final Path WELCOME = Path.of("target", "welcome").toAbsolutePath();

    /** One limit that is not the default, and that no test reaches: it shows that limits follow the options. */
    private static final String BULK_LIMIT = "--spi-client-portal-limits--database--bulk-invitations-per-hour=9000";

    /** Tests call more often than callers may, and are wrong more often. */
    static final String[] CONNECTORS_LIMITS = {
        ConnectorsReplica.set("calls-per-minute", "100000"),
        ConnectorsReplica.set("failures-per-client", "100000"),
        ConnectorsReplica.set("failures-per-address", "100000")
    };

    @SuppressWarnings("NonFinalStaticField") // One system per test run is the point; Running sets and clears it.
    private static LocalStack local;

    @SuppressWarnings("NonFinalStaticField") // The system's one, likewise.
    private static AuthenticationDevice device;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class);
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

    static final class Running implements AutoCloseable {
        private final LocalStack suite;

        Running() {
            device = new AuthenticationDevice();
            suite = LocalStack.builder()
                    .dataDir(Path.of("target", "stack"))
                    .fresh(true)
                    .portalApp(portalApp())
                    .connectors(connectors(), CONNECTORS_LIMITS)
                    .extraProviders(ProviderJars.named("test-support"))
                    // Tests are many people behind one address: X-Forwarded-For tells the limits who is who.
                    .serverOptions("--proxy-headers=xforwarded", device.serverOption(), BULK_LIMIT)
                    .portalOptions(
                            "-Dclient-portal.notifications.gather=1s", "-Dclient-portal.welcome-folder=" + WELCOME)
                    .build()
                    .start();
            local = suite;
        }

        @Override
        public void close() {
            suite.close();
            local = null;
            device.close();
        }
    }
}
