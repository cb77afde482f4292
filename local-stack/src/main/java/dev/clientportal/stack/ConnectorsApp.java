package dev.clientportal.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The connectors: a JVM of their own, with their data in a folder. */
final class ConnectorsApp {
    private final Path jar;
    private final Path dataDir;
    private final int port;
    private final int managementPort;
    private final List<String> options;
    private final String smtpHost;
    private final int smtpPort;
    private ServerProcess process;

    /**
     * @param options further system properties, as {@code -Dname=value}
     * @param smtpHost by which they send the portal's mails; null when they do not
     */
    ConnectorsApp(
            Path jar, Path dataDir, int port, int managementPort, List<String> options, String smtpHost, int smtpPort) {
        this.jar = jar;
        this.dataDir = dataDir;
        this.port = port;
        this.managementPort = managementPort;
        this.options = options;
        this.smtpHost = smtpHost;
        this.smtpPort = smtpPort;
    }

    String url() {
        return "http://localhost:" + port;
    }

    String readyUrl() {
        return "http://localhost:" + managementPort + "/observe/health/ready";
    }

    String metricsUrl() {
        return "http://localhost:" + managementPort + "/observe/metrics";
    }

    Path logFile() {
        return dataDir.resolve("connectors.log");
    }

    ServerProcess process() {
        return process;
    }

    /** Ends one that a killed run left behind, and forgets its data when told so. */
    void clean(boolean fresh) throws IOException {
        pidFile().endLeftOver();
        Files.deleteIfExists(logFile());
        if (fresh) Directories.delete(data());
    }

    void start(String keycloakUrl, String portalUrl) throws IOException {
        List<String> arguments = new ArrayList<>(options);
        if (smtpHost != null) {
            arguments.addAll(List.of(
                    set("mail-host", smtpHost), set("mail-port", Integer.toString(smtpPort)), set("mail-tls", "none")));
        }
        arguments.addAll(List.of(
                "-Xmx256m",
                "-Dfile.encoding=UTF-8",
                set("realms", LocalStack.REALM),
                set("keycloak-url", keycloakUrl),
                // Of Keycloak's console, whose page Imports calls them.
                set("origins", keycloakUrl),
                set("portal-url", portalUrl),
                set("client-secret", "client-portal-connectors"),
                set("url", url()),
                set("port", Integer.toString(port)),
                set("management-port", Integer.toString(managementPort)),
                dataOption(),
                "-jar",
                jar.toString()));
        process = ServerProcess.java(arguments, logFile(), pidFile());
    }

    void stop() {
        if (process != null) process.stop();
    }

    Path data() {
        return dataDir.resolve("connectors");
    }

    private String dataOption() {
        return set("data", data().toString());
    }

    private static String set(String name, String value) {
        return "-Dclient-portal.connectors." + name + "=" + value;
    }

    private PidFile pidFile() {
        return new PidFile(dataDir.resolve("connectors.pid"), dataOption());
    }
}
