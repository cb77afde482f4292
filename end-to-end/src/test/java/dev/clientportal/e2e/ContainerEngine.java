package dev.clientportal.e2e;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.utility.DockerImageName;

/** The engine that runs containers here. Where there is none, or not the image, a test is aborted with that reason. */
public final class ContainerEngine {
    private static final int PULL_LIMIT_MINUTES = 5;

    private ContainerEngine() {}

    /** Sees to it that the image is here. */
    public static void take(DockerImageName image) {
        DockerClient engine = engine();
        try {
            engine.inspectImageCmd(image.asCanonicalNameString()).exec();
        } catch (NotFoundException notHereYet) {
            pull(engine, image);
        }
    }

    /** Where the ports of containers are. */
    public static String host() {
        return DockerClientFactory.instance().dockerHostIpAddress();
    }

    public static boolean isOnThisMachine() {
        try {
            return InetAddress.getByName(host()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port for a container to publish. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DockerClient engine() {
        try {
            assumeTrue(
                    DockerClientFactory.instance().isDockerAvailable(),
                    "Not run: no container engine answers (Docker, or what DOCKER_HOST names)");
            return DockerClientFactory.lazyClient();
        } catch (DockerException | ContainerFetchException | ContainerLaunchException | IllegalStateException e) {
            return abort("Not run: the container engine is of no use: " + e.getMessage());
        }
    }

    private static void pull(DockerClient engine, DockerImageName image) {
        String reason = "Not run: the image " + image + " is not here and cannot be pulled";
        try {
            boolean pulled = engine.pullImageCmd(image.getUnversionedPart())
                    .withTag(image.getVersionPart())
                    .start()
                    .awaitCompletion(PULL_LIMIT_MINUTES, TimeUnit.MINUTES);
            assumeTrue(pulled, reason + " in " + PULL_LIMIT_MINUTES + " minutes");
            engine.inspectImageCmd(image.asCanonicalNameString()).exec();
        } catch (DockerException | DockerClientException e) {
            abort(reason + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
