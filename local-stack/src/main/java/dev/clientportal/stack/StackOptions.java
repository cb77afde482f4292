package dev.clientportal.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a stack was told, with the defaults. */
final class StackOptions {
    private static final String ZIP_PROPERTY = "client-portal.keycloak.zip";

    private Path dataDir = Path.of("target", "stack").toAbsolutePath();
    private boolean fresh;
    private boolean importRealms = true;
    private List<String> postgresOptions = List.of();
    private List<Path> extraProviders = List.of();
    private List<String> serverOptions = List.of();
    private List<String> buildOptions = List.of();
    private String smtpHost;
    private int smtpPort;
    private Path keycloakZip;
    private String publicUrl;
    private Path portalApp;
    private List<String> portalOptions = List.of();
    private Path connectors;
    private List<String> connectorsOptions = List.of();
    private boolean mailByConnectors;
    private List<String> portalDatabase = List.of();

    void dataDir(Path value) {
        dataDir = value;
    }

    void fresh(boolean value) {
        fresh = value;
    }

    void importRealms(boolean value) {
        importRealms = value;
    }

    void postgres(String jdbcUrl, String user, String password) {
        postgresOptions = List.of("--db-url=" + jdbcUrl, "--db-username=" + user, "--db-password=" + password);
    }

    void nodeBehind(String value) {
        publicUrl = value;
    }

    void extraProviders(List<Path> value) {
        extraProviders = value;
    }

    void serverOptions(List<String> value) {
        serverOptions = value;
    }

    void buildOptions(List<String> value) {
        buildOptions = value;
    }

    void smtp(String host, int port) {
        smtpHost = host;
        smtpPort = port;
    }

    void portalOptions(List<String> value) {
        portalOptions = value;
    }

    List<String> portalOptions() {
        return portalOptions;
    }

    void portalApp(Path value) {
        portalApp = value;
    }

    void portalPostgres(String jdbcUrl, String user, String password) {
        portalDatabase = portalOn(jdbcUrl, user, password);
    }

    /** What tells a portal application of its PostgreSQL. */
    static List<String> portalOn(String jdbcUrl, String user, String password) {
        String source = "-Dquarkus.datasource.postgresql.";
        return List.of(
                "-Dquarkus.profile=postgresql",
                source + "jdbc.url=" + jdbcUrl,
                source + "username=" + user,
                source + "password=" + password,
                // It does not start where a table is not as the application has it.
                "-Dquarkus.hibernate-orm.postgresql.schema-management.strategy=validate");
    }

    List<String> portalDatabase() {
        return portalDatabase;
    }

    void connectors(Path value, List<String> options) {
        connectors = value;
        connectorsOptions = options;
    }

    /** Null for a system without them. */
    Path connectors() {
        return connectors;
    }

    List<String> connectorsOptions() {
        return connectorsOptions;
    }

    void mailByConnectors() {
        mailByConnectors = true;
    }

    boolean isMailByConnectors() {
        return mailByConnectors;
    }

    /** Null for a system without it. */
    Path portalApp() {
        return portalApp;
    }

    void keycloakZip(Path value) {
        keycloakZip = value;
    }

    Path dataDir() {
        return dataDir;
    }

    boolean fresh() {
        return fresh;
    }

    /** Null for a server that is alone. */
    String publicUrl() {
        return publicUrl;
    }

    List<String> cacheOptions(int clusterPort) {
        return publicUrl == null
                ? List.of("--cache=local")
                : List.of(
                        "--cache=ispn",
                        "--cache-embedded-network-bind-address=127.0.0.1",
                        "--cache-embedded-network-bind-port=" + clusterPort);
    }

    boolean importRealms() {
        return importRealms;
    }

    boolean ownMail() {
        return smtpHost == null;
    }

    String smtpHost() {
        return smtpHost;
    }

    int smtpPort() {
        return smtpPort;
    }

    List<String> serverOptions() {
        if (!mailByConnectors) return serverOptions;
        var all = new ArrayList<>(serverOptions);
        all.add("--spi-client-portal-mail--keycloak--way-out=connector");
        return all;
    }

    List<Path> providers() {
        var providers =
                new ArrayList<>(List.of(ProviderJars.named("keycloak-extension"), ProviderJars.named("themes")));
        providers.addAll(extraProviders);
        return providers;
    }

    List<String> allBuildOptions() {
        var all = new ArrayList<>(List.of(
                "--db=" + (postgresOptions.isEmpty() ? "dev-file" : "postgres"),
                "--health-enabled=true",
                "--metrics-enabled=true"));
        all.addAll(buildOptions);
        return all;
    }

    /**
     * Without a write delay of 0, H2 answers a commit up to half a second before it is in the file. And H2's own hook
     * would close the database before Keycloak has finished its last requests. A machine under load needs more than H2's two
     * seconds to let go of a row.
     */
    List<String> databaseOptions(Path h2Dir) {
        return postgresOptions.isEmpty()
                ? List.of("--db-url=jdbc:h2:file:" + h2Dir.resolve("keycloak")
                        + ";NON_KEYWORDS=VALUE;WRITE_DELAY=0;LOCK_TIMEOUT=15000;DB_CLOSE_ON_EXIT=FALSE")
                : postgresOptions;
    }

    /** Maven passes the path; an IDE does not, but then the zip is in the local repository since the first build. */
    Path keycloakZip() {
        if (keycloakZip != null) {
            return keycloakZip;
        }
        String given = System.getProperty(ZIP_PROPERTY);
        if (given != null) {
            return Path.of(given);
        }
        String version = StackVersions.keycloak();
        Path resolved = Path.of(
                System.getProperty("user.home"),
                ".m2/repository/org/keycloak/keycloak-quarkus-dist",
                version,
                "keycloak-quarkus-dist-" + version + ".zip");
        if (Files.notExists(resolved)) {
            throw new IllegalStateException("Set -D" + ZIP_PROPERTY + " to Keycloak's zip, or build with Maven once");
        }
        return resolved;
    }
}
