package dev.clientportal.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The portal application: a JVM of its own beside Keycloak's, with its files in a folder, and its data in an H2 file there or elsewhere. */
final class PortalApp {
    private final Path jar;
    private final Path dataDir;
    private final String name;
    private final String address;
    private final int port;
    private final int managementPort;
    private final List<String> database;
    private final List<String> options;
    private ServerProcess process;

    /**
     * @param name of its log
     * @param address what people find it at, or null where that is the port
     * @param database the options for another database than an H2 file; empty for that one
     * @param options further ones
     */
    PortalApp(
            Path jar,
            Path dataDir,
            String name,
            String address,
            int port,
            int managementPort,
            List<String> database,
            List<String> options) {
        this.jar = jar;
        this.dataDir = dataDir;
        this.name = name;
        this.address = address == null ? "http://localhost:" + port : address;
        this.port = port;
        this.managementPort = managementPort;
        this.database = database.isEmpty() ? List.of(h2()) : database;
        this.options = options;
    }

    String url() {
        return address;
    }

    /** This one alone, when it is one of several behind {@link #url()}. */
    String nodeUrl() {
        return "http://localhost:" + port;
    }

    String readyUrl() {
        return "http://localhost:" + managementPort + "/q/health/ready";
    }

    String metricsUrl() {
        return "http://localhost:" + managementPort + "/q/metrics";
    }

    Path logFile() {
        return dataDir.resolve(name + ".log");
    }

    ServerProcess process() {
        return process;
    }

    /** Ends one that a killed run left behind, and forgets its data when told so. */
    void clean(boolean fresh) throws IOException {
        pidFile().endLeftOver();
        Files.deleteIfExists(logFile());
        if (fresh) Directories.delete(dataDir.resolve("portal"));
    }

    void start(String keycloakUrl) throws IOException {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of(
                "-Xmx256m",
                "-Dfile.encoding=UTF-8",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + managementPort,
                "-Dclient-portal.url=" + url(),
                "-Dclient-portal.keycloak-url=" + keycloakUrl,
                storageOption()));
        arguments.addAll(database);
        arguments.addAll(List.of("-jar", jar.toString()));
        process = ServerProcess.java(arguments, logFile(), pidFile());
    }

    void stop() {
        if (process != null) process.stop();
    }

    /** Where it keeps files. */
    Path storage() {
        return dataDir.resolve("portal/files");
    }

    private String storageOption() {
        return "-Dclient-portal.storage=" + storage();
    }

    private String h2() {
        return "-Dquarkus.datasource.h2.jdbc.url=jdbc:h2:file:" + dataDir.resolve("portal/portal")
                + ";WRITE_DELAY=0;LOCK_TIMEOUT=15000";
    }

    private PidFile pidFile() {
        return new PidFile(dataDir.resolve(name + ".pid"), storageOption());
    }
}
