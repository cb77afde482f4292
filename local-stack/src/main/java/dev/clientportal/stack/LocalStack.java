package dev.clientportal.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The whole system on one machine, without containers: Keycloak with our jars, a mail server with a page that shows its
 * mails, and the realm. The demo and the end-to-end tests use this class, so the demo cannot rot.
 *
 * <p>Listens on loopback only. Ends with {@link #close()}, with the JVM, and with Ctrl-C.
 */
public final class LocalStack implements AutoCloseable {
    public static final String REALM = "northwind";
    public static final String ADMIN_NAME = "admin";
    public static final String ADMIN_PASSWORD = "admin";

    private static final String THEME = "client-portal";
    private static final List<String> PORTAL_CLIENTS = List.of("portal", "portal-staff");
    private static final String REALM_FILE = "client-portal/realms/northwind-realm.json";
    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    private final StackOptions options;
    private final Distribution distribution;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Thread endWithJvm = new Thread(this::stopAll, "client-portal-stack-end");

    private FileChannel lock;
    private Ports ports;
    private MailServer mailServer;
    private MailPage mailPage;
    private ServerProcess server;
    private PortalApp portal;
    private PortalNodes nodes;
    private ConnectorsApp connectors;
    private int httpPort;
    private int managementPort;
    private int clusterPort;
    private String smtpHost;
    private int smtpPort;

    private LocalStack(StackOptions options) {
        this.options = options;
        this.distribution = new Distribution(options.dataDir().resolve("server"), options.keycloakZip());
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Starts everything and returns when the realm answers. */
    public LocalStack start() {
        try {
            Runtime.getRuntime().addShutdownHook(endWithJvm);
            takeDataDir();
            startMail();
            distribution.prepare(options.providers(), options.allBuildOptions(), logFile());
            layOutRealms();
            startKeycloak();
            startPortal();
            startConnectors();
            return this;
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting", e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** What browsers and the tokens' issuer use; the host name is fixed. */
    public String baseUrl() {
        return options.publicUrl() == null ? nodeUrl() : options.publicUrl();
    }

    /** This server alone, when it is one of several behind {@link #baseUrl()}. */
    public String nodeUrl() {
        return "http://localhost:" + httpPort;
    }

    public String realmUrl(String realm) {
        return baseUrl() + "/realms/" + realm;
    }

    public String realmUrl() {
        return realmUrl(REALM);
    }

    /** Health and metrics. */
    public String managementUrl() {
        return "http://localhost:" + managementPort;
    }

    public String smtpHost() {
        return smtpHost;
    }

    public int smtpPort() {
        return smtpPort;
    }

    /** Our own mail server, or null when the stack was told to use another one. */
    public MailServer mailServer() {
        return mailServer;
    }

    public String mailWebUrl() {
        return mailPage == null ? null : mailPage.url();
    }

    /** Where the portal application tells how it is, or null when the stack was not told to start it. */
    public String portalMetricsUrl() {
        return portal == null ? null : portal.metricsUrl();
    }

    /** The portal application's own address, or null when the stack was not told to start it. */
    public String portalUrl() {
        if (nodes != null) return nodes.address();
        return portal == null ? null : portal.url();
    }

    /** Where webhooks and files are sent to, or null when the stack was not told to start the connectors. */
    public String connectorsUrl() {
        return connectors == null ? null : connectors.url();
    }

    /** Where the connectors tell how they are. */
    public String connectorsMetricsUrl() {
        return connectors.metricsUrl();
    }

    /** What the connectors keep: their journal, their H2 file. */
    public Path connectorsData() {
        return connectors.data();
    }

    public Path connectorsLog() {
        return connectors.logFile();
    }

    /**
     * Starts several portal applications, all at once, on one PostgreSQL and one folder of files, and returns when they are
     * ready. Until they are closed the realm and {@link #portalUrl()} lead to them, and not to this system's own one.
     *
     * @param address of the load balancer before them
     * @param portalOptions further system properties, as {@code -Dname=value}
     */
    public PortalNodes startPortalNodes(
            String address, int count, String jdbcUrl, String user, String password, String... portalOptions) {
        var database = StackOptions.portalOn(jdbcUrl, user, password);
        Path folder = dataDir().resolve("portal-nodes");
        List<PortalApp> apps = IntStream.rangeClosed(1, count)
                .mapToObj(i -> new PortalApp(
                        options.portalApp(),
                        folder,
                        "node-" + i,
                        address,
                        ports.of("portal-node-" + i, 8190 + i),
                        ports.of("portal-node-management-" + i, 9190 + i),
                        database,
                        List.of(portalOptions)))
                .toList();
        nodes = new PortalNodes(this, folder, apps);
        try {
            nodes.start();
            return nodes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting", e);
        }
    }

    void portalNodesEnded() throws IOException, InterruptedException {
        nodes = null;
        pointRealmToPortal(portal.url());
    }

    public long keycloakPid() {
        return server.pid();
    }

    public Path logFile() {
        return options.dataDir().resolve("keycloak.log");
    }

    public Path dataDir() {
        return options.dataDir();
    }

    /** SIGKILL, as a crash would; {@link #restart()} brings the server back on the same data and ports. */
    public void kill() {
        server.kill();
    }

    /** Stops Keycloak in good order; mail goes on. */
    public void stopKeycloak() {
        server.stop();
    }

    /** Stops Keycloak if it still runs, starts it again, and returns when the realm answers. */
    public void restart() {
        try {
            stopKeycloak();
            startKeycloak();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while restarting", e);
        }
    }

    /** As {@link #kill()}, the portal application; {@link #restartPortal()} brings it back on the same data and ports. */
    public void killPortal() {
        portal.process().kill();
    }

    /** Stops the portal application if it still runs, starts it again, and returns when it is ready. */
    public void restartPortal() {
        try {
            portal.stop();
            startPortal();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while restarting", e);
        }
    }

    /** As {@link #kill()}, the connectors; {@link #restartConnectors()} brings them back on the same data and ports. */
    public void killConnectors() {
        connectors.process().kill();
    }

    /** Stops the connectors if they still run, starts them again, and returns when they are ready. */
    public void restartConnectors() {
        try {
            connectors.stop();
            startConnectors();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while restarting", e);
        }
    }

    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(endWithJvm);
        } catch (IllegalStateException jvmIsEnding) {
            // The hook runs already.
        }
    }

    private synchronized void stopAll() {
        try {
            if (connectors != null) {
                connectors.stop();
            }
            if (nodes != null) {
                nodes.stop();
            }
            if (portal != null) {
                portal.stop();
            }
            if (server != null) {
                server.stop();
            }
            if (mailPage != null) {
                mailPage.close();
            }
            if (mailServer != null) {
                mailServer.close();
            }
            if (ports != null) {
                ports.close();
            }
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void takeDataDir() throws IOException {
        Path dataDir = options.dataDir();
        Files.createDirectories(dataDir);
        lock = FileChannel.open(dataDir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            throw new IllegalStateException("Another stack runs on " + dataDir);
        }
        pidFile().endLeftOver();
        Files.deleteIfExists(logFile());
        if (options.fresh()) {
            Directories.delete(h2Dir());
        }
        ports = new Ports(dataDir.resolve("ports.properties"));
        httpPort = ports.of("http", 8080);
        managementPort = ports.of("management", 9000);
        clusterPort = options.publicUrl() == null ? 0 : ports.of("cluster", 7800);
        smtpPort = options.ownMail() ? ports.of("smtp", 3025) : options.smtpPort();
        smtpHost = options.ownMail() ? "127.0.0.1" : options.smtpHost();
        if (options.portalApp() != null) {
            portal = new PortalApp(
                    options.portalApp(),
                    dataDir,
                    "portal",
                    null,
                    ports.of("portal", 8090),
                    ports.of("portal-management", 9090),
                    options.portalDatabase(),
                    options.portalOptions());
            portal.clean(options.fresh());
        }
        if (options.connectors() != null) {
            connectors = new ConnectorsApp(
                    options.connectors(),
                    dataDir,
                    ports.of("connectors", 8100),
                    ports.of("connectors-management", 9100),
                    options.connectorsOptions(),
                    options.isMailByConnectors() ? smtpHost : null,
                    smtpPort);
            connectors.clean(options.fresh());
        }
        if (options.ownMail()) {
            mailServer = new MailServer(smtpPort);
            mailPage = new MailPage(mailServer, ports.of("mail-page", 8025));
        }
    }

    private void startMail() throws IOException {
        if (mailServer != null) {
            mailServer.start();
            mailPage.start();
        }
    }

    private void layOutRealms() throws IOException {
        Path folder = distribution.home().resolve("data").resolve("import");
        Directories.delete(folder);
        if (!options.importRealms()) {
            return;
        }
        Files.createDirectories(folder);
        try (InputStream realm = LocalStack.class.getClassLoader().getResourceAsStream(REALM_FILE)) {
            if (realm == null) {
                throw new IllegalStateException("No " + REALM_FILE + " on the class path");
            }
            Files.copy(realm, folder.resolve("northwind-realm.json"));
        }
    }

    private void startKeycloak() throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(
                "--hostname=" + baseUrl(),
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + httpPort,
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + managementPort));
        arguments.addAll(options.cacheOptions(clusterPort));
        arguments.addAll(options.databaseOptions(h2Dir()));
        if (options.importRealms()) {
            arguments.add("--import-realm");
        }
        if (connectors != null) {
            arguments.add("--spi-admin-realm-restapi-extension--client-portal--connectors-url=" + connectors.url());
        }
        arguments.addAll(options.serverOptions());
        var environment = new HashMap<>(Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN_NAME,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD,
                "CLIENT_PORTAL_SMTP_HOST", smtpHost,
                "CLIENT_PORTAL_SMTP_PORT", Integer.toString(smtpPort)));
        if (portal != null) {
            environment.put("CLIENT_PORTAL_URL", portal.url());
        }
        server = ServerProcess.start(distribution.home(), arguments, environment, logFile(), pidFile());
        // The realm first: a health check that says no writes a line into the log each time.
        awaitReady(nodeUrl() + "/realms/" + (options.importRealms() ? REALM : "master"), server, logFile());
        awaitReady(managementUrl() + "/health/ready", server, logFile());
        if (options.importRealms()) {
            var admin = AdminApi.asAdministrator(nodeUrl());
            pointRealmToMail(admin);
            giveAdministratorsThePages(admin);
        }
    }

    private void startPortal() throws IOException, InterruptedException {
        if (portal == null) {
            return;
        }
        pointRealmToPortal(portal.url());
        portal.start(baseUrl());
        awaitReady(portal);
    }

    private void startConnectors() throws IOException, InterruptedException {
        if (connectors == null) {
            return;
        }
        connectors.start(baseUrl(), portal == null ? baseUrl() : portal.url());
        awaitReady(connectors.readyUrl(), connectors.process(), connectors.logFile());
    }

    void awaitReady(PortalApp app) throws IOException, InterruptedException {
        awaitReady(app.readyUrl(), app.process(), app.logFile());
    }

    /** As {@link #pointRealmToMail}, for the addresses of the portal's clients. */
    void pointRealmToPortal(String address) throws IOException, InterruptedException {
        var admin = AdminApi.asAdministrator(nodeUrl());
        for (String clientId : PORTAL_CLIENTS) {
            pointToPortal(admin, clientId, address);
        }
    }

    private void pointToPortal(AdminApi admin, String clientId, String address)
            throws IOException, InterruptedException {
        var client = admin.get("/" + REALM + "/clients?clientId=" + clientId).path(0);
        if (client.isMissingNode()) {
            throw new IllegalStateException("This data is older than the portal: start once with --fresh");
        }
        String before = client.path("rootUrl").asText();
        String own = before.substring(0, before.indexOf("/f/"));
        if (own.equals(address)) {
            return;
        }
        String changed = client.toString().replace('"' + own + '/', '"' + address + '/');
        admin.put("/" + REALM + "/clients/" + client.path("id").asText(), AdminApi.JSON.readTree(changed));
    }

    /** The imported realm keeps the SMTP address of its first start; the free port may be another one today. */
    private void pointRealmToMail(AdminApi admin) throws IOException, InterruptedException {
        var smtp = admin.get("/" + REALM).path("smtpServer");
        if (smtp.path("port").asInt() == smtpPort && smtp.path("host").asText().equals(smtpHost)) {
            return;
        }
        var changed = smtp.<ObjectNode>deepCopy();
        changed.put("host", smtpHost).put("port", Integer.toString(smtpPort));
        admin.put("/" + REALM, Map.of("smtpServer", changed));
    }

    /** The console's theme is the one of the realm that an admin signs in to: of master, for those of all realms. */
    private static void giveAdministratorsThePages(AdminApi admin) throws IOException, InterruptedException {
        if (!admin.get("/master").path("adminTheme").asText().equals(THEME)) {
            admin.put("/master", Map.of("adminTheme", THEME));
        }
    }

    /** Keycloak says "Listening" before it is ready, so ask until it answers well. */
    private void awaitReady(String url, ServerProcess process, Path log) throws IOException, InterruptedException {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!answers(url)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended while starting:\n" + ServerProcess.tail(log));
            }
            if (Instant.now().isAfter(limit)) {
                throw new IllegalStateException("Not ready at " + url + ":\n" + ServerProcess.tail(log));
            }
            Thread.sleep(200);
        }
    }

    private boolean answers(String url) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Path h2Dir() {
        return options.dataDir().resolve("h2");
    }

    private PidFile pidFile() {
        return new PidFile(options.dataDir().resolve("keycloak.pid"), "-Dkc.home.dir=" + distribution.home());
    }

    /** Everything has a default; {@code LocalStack.builder().build().start()} is a working system. */
    public static final class Builder {
        private final StackOptions options = new StackOptions();

        private Builder() {}

        /** Where the unpacked server, the database and the log are kept: {@code target/stack} by default. */
        public Builder dataDir(Path dataDir) {
            options.dataDir(dataDir.toAbsolutePath().normalize());
            return this;
        }

        /** Forget the database of the last start. */
        public Builder fresh(boolean fresh) {
            options.fresh(fresh);
            return this;
        }

        /** An existing PostgreSQL instead of the embedded H2. */
        public Builder postgres(String jdbcUrl, String user, String password) {
            options.postgres(jdbcUrl, user, password);
            return this;
        }

        /**
         * One of several servers on the same database, who find each other through it. All are given the same address: that
         * of the load balancer before them.
         */
        public Builder nodeBehind(String publicUrl) {
            options.nodeBehind(publicUrl);
            return this;
        }

        /** Further provider jars. */
        public Builder extraProviders(Path... jars) {
            options.extraProviders(List.of(jars));
            return this;
        }

        /** Further options of {@code kc.sh start}. */
        public Builder serverOptions(String... serverOptions) {
            options.serverOptions(List.of(serverOptions));
            return this;
        }

        /** Further system properties of the portal application, as {@code -Dname=value}. */
        public Builder portalOptions(String... portalOptions) {
            options.portalOptions(List.of(portalOptions));
            return this;
        }

        /** Further options of {@code kc.sh build}. */
        public Builder buildOptions(String... buildOptions) {
            options.buildOptions(List.of(buildOptions));
            return this;
        }

        /** Another SMTP server instead of our own. */
        public Builder smtp(String host, int port) {
            options.smtp(host, port);
            return this;
        }

        public Builder importRealms(boolean importRealms) {
            options.importRealms(importRealms);
            return this;
        }

        /** The server to unpack, where it is not the one that Maven resolved. */
        public Builder keycloakZip(Path zip) {
            options.keycloakZip(zip);
            return this;
        }

        /** The portal application beside Keycloak: the jar that Quarkus made to run. */
        public Builder portalApp(Path jar) {
            options.portalApp(jar);
            return this;
        }

        /** The connectors beside the portal application: their jar, with its libraries beside it. */
        public Builder connectors(Path jar, String... systemProperties) {
            options.connectors(jar, List.of(systemProperties));
            return this;
        }

        /** Keycloak gives its mails to the connectors, and they send them. */
        public Builder mailByConnectors() {
            options.mailByConnectors();
            return this;
        }

        /** An existing PostgreSQL for the portal application instead of its H2 file. */
        public Builder portalPostgres(String jdbcUrl, String user, String password) {
            options.portalPostgres(jdbcUrl, user, password);
            return this;
        }

        public LocalStack build() {
            return new LocalStack(options);
        }
    }
}
