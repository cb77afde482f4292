package dev.clientportal.connectors.storage;

import dev.clientportal.connectors.settings.Settings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The connectors' tables on each database that they run on. */
public final class TestDatabase {
    private TestDatabase() {}

    public static Database h2(Path folder) {
        return new Database(settings(Map.of("data", folder.toString())));
    }

    /** The caller closes both. */
    public static Database postgres(EmbeddedPostgres server) {
        return new Database(settings(Map.of(
                "database-url", server.getJdbcUrl("postgres", "postgres"),
                "database-user", "postgres",
                "database-password", "postgres")));
    }

    public static EmbeddedPostgres server() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Settings settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "realms",
                "northwind",
                "keycloak-url",
                "http://localhost:1",
                "portal-url",
                "http://localhost:2",
                "client-secret",
                "x"));
        all.putAll(more);
        return Settings.read(name -> all.get(name.replace("client-portal.connectors.", "")), name -> null);
    }
}
