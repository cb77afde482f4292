package dev.clientportal.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Several portal applications that are one behind a load balancer. Closing ends them, and gives the realm back. */
public final class PortalNodes implements AutoCloseable {
    private final LocalStack stack;
    private final Path folder;
    private final List<PortalApp> apps;

    PortalNodes(LocalStack stack, Path folder, List<PortalApp> apps) {
        this.stack = stack;
        this.folder = folder;
        this.apps = apps;
    }

    void start() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (PortalApp app : apps) app.clean(true);
        stack.pointRealmToPortal(address());
        for (PortalApp app : apps) app.start(stack.baseUrl());
        for (PortalApp app : apps) stack.awaitReady(app);
    }

    String address() {
        return apps.get(0).url();
    }

    /** Each alone. */
    public List<String> urls() {
        return apps.stream().map(PortalApp::nodeUrl).toList();
    }

    /** What each has written down. */
    public List<Path> logs() {
        return apps.stream().map(PortalApp::logFile).toList();
    }

    void stop() throws IOException {
        for (PortalApp app : apps) app.stop();
    }

    @Override
    public void close() {
        try {
            stop();
            stack.portalNodesEnded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while ending", e);
        }
    }
}
