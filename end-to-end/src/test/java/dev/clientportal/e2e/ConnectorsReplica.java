package dev.clientportal.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Connectors beside those of the system, which share a database and a broker with others. */
public final class ConnectorsReplica implements AutoCloseable {
    private final int port = ContainerEngine.freePort();
    private final int managementPort = ContainerEngine.freePort();
    private final Process process;

    /** @param options as {@code -Dname=value}; they win over those that all have */
    public ConnectorsReplica(String name, List<String> options) {
        this(name, options, Map.of());
    }

    /** @param environment beside this process's own */
    public ConnectorsReplica(String name, List<String> options, Map<String, String> environment) {
        Path directory = Stack.folder("replicas").resolve(name).toAbsolutePath();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx256m",
                "-Dfile.encoding=UTF-8",
                set("realms", "northwind"),
                set("keycloak-url", Stack.local().baseUrl()),
                set("portal-url", Stack.local().portalUrl()),
                set("client-secret", "client-portal-connectors"),
                set("url", url()),
                set("port", Integer.toString(port)),
                set("management-port", Integer.toString(managementPort)),
                set("calls-per-minute", "100000"),
                set("failures-per-client", "100000"),
                set("failures-per-address", "100000"),
                set("data", directory.resolve("data").toString())));
        command.addAll(options);
        command.addAll(List.of("-jar", Stack.connectors().toString()));
        try {
            Files.createDirectories(directory);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("connectors.log").toFile());
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it is ready. */
    public ConnectorsReplica ready() {
        await(process.info().commandLine().orElse("connectors"))
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> new Http().get(managed("health/ready")).status() == 200);
        return this;
    }

    /** A setting of theirs. */
    public static String set(String name, String value) {
        return "-Dclient-portal.connectors." + name + "=" + value;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** Prometheus' text. */
    public String metrics() {
        return new Http().get(managed("metrics")).body();
    }

    private String managed(String path) {
        return "http://localhost:" + managementPort + "/observe/" + path;
    }

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
