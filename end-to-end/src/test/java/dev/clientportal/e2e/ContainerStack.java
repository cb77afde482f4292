package dev.clientportal.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.model.ContainerNetwork;
import dev.clientportal.stack.MailServer;
import dev.clientportal.stack.ProviderJars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * Keycloak's own image with our two jars and the realm, and a mail server in this JVM that the container reaches by
 * {@code host.docker.internal}; so no image but Keycloak's is needed. Starting it aborts the test, with the reason, where
 * there is no engine, no image or no way from the container to this JVM.
 */
final class ContainerStack implements AutoCloseable {
    static final String REALM = "northwind";

    private static final DockerImageName IMAGE = DockerImageName.parse("quay.io/keycloak/keycloak:26.7.3");
    private static final Path LOG = Path.of("target", "keycloak-container.log");
    private static final Duration START_LIMIT = Duration.ofMinutes(6);
    private static final String THIS_MACHINE = "host.docker.internal";

    private final String baseUrl;
    private final int mailPort;
    private final GenericContainer<?> keycloak;
    private MailServer mailServer;

    private ContainerStack(String host) {
        int port = ContainerEngine.freePort();
        mailPort = ContainerEngine.freePort();
        baseUrl = "http://" + host + ":" + port;
        // The port is ours and not the engine's to choose: links are built from --hostname, given before the start.
        keycloak = new GenericContainer<>(IMAGE)
                .withImagePullPolicy(image -> false)
                .withExtraHost(THIS_MACHINE, "host-gateway")
                .withEnv("KC_BOOTSTRAP_ADMIN_USERNAME", "admin")
                .withEnv("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin")
                // A short life: what the second compiler would win, it never earns back.
                .withEnv("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1")
                .withEnv("CLIENT_PORTAL_SMTP_HOST", THIS_MACHINE)
                .withEnv("CLIENT_PORTAL_SMTP_PORT", Integer.toString(mailPort))
                .withCopyFileToContainer(provider("keycloak-extension"), "/opt/keycloak/providers/extension.jar")
                .withCopyFileToContainer(provider("themes"), "/opt/keycloak/providers/themes.jar")
                .withCopyFileToContainer(
                        MountableFile.forClasspathResource("client-portal/realms/northwind-realm.json"),
                        "/opt/keycloak/data/import/northwind-realm.json")
                .withCommand(
                        "start",
                        "--db=dev-file",
                        "--cache=local",
                        "--http-enabled=true",
                        "--hostname=" + baseUrl,
                        // The login follows the invitation at once, and this clock cannot be moved.
                        "--spi-client-portal-limits--database--mail-pause-seconds=0",
                        "--import-realm")
                .withLogConsumer(ContainerStack::log)
                .waitingFor(Wait.forHttp("/realms/" + REALM).forPort(8080).withStartupTimeout(START_LIMIT));
        keycloak.setPortBindings(List.of((ContainerEngine.isOnThisMachine() ? "127.0.0.1:" : "") + port + ":8080"));
    }

    static ContainerStack start() {
        ContainerEngine.take(IMAGE);
        var stack = new ContainerStack(ContainerEngine.host());
        try {
            Files.createDirectories(LOG.getParent());
            Files.deleteIfExists(LOG);
            stack.keycloak.start();
            stack.mailServer = new MailServer(stack.mailAddress(), stack.mailPort);
            stack.mailServer.start();
            stack.checkWayToMail();
            return stack;
        } catch (IOException e) {
            stack.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    String baseUrl() {
        return baseUrl;
    }

    String realmUrl() {
        return baseUrl + "/realms/" + REALM;
    }

    MailServer mailServer() {
        return mailServer;
    }

    @Override
    public void close() {
        keycloak.stop();
        if (mailServer != null) {
            mailServer.close();
        }
    }

    /**
     * The address of this machine on the container's network, not all addresses: nobody else need reach the mail server.
     * An engine in a virtual machine has its gateway there, and leads {@code host.docker.internal} to our loopback.
     */
    private String mailAddress() {
        return keycloak.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
                .map(ContainerNetwork::getGateway)
                .filter(ContainerStack::isOurs)
                .findFirst()
                .orElse("127.0.0.1");
    }

    private static boolean isOurs(String address) {
        try {
            return address != null
                    && !address.isEmpty()
                    && NetworkInterface.getByInetAddress(InetAddress.getByName(address)) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A firewall or a rootless engine can stand between; that says nothing about the portal. */
    private void checkWayToMail() throws IOException {
        String connect = "timeout 5 bash -c '</dev/tcp/" + THIS_MACHINE + "/" + mailPort + "'";
        try {
            int exitCode = keycloak.execInContainer("bash", "-c", connect).getExitCode();
            assumeTrue(
                    exitCode != 1 && exitCode != 124,
                    "Not run: no way from a container to port " + mailPort + " of this machine");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static MountableFile provider(String name) {
        return MountableFile.forHostPath(ProviderJars.named(name));
    }

    private static void log(OutputFrame frame) {
        try {
            Files.writeString(LOG, frame.getUtf8String(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
