package dev.clientportal.connectors.jobs;

import dev.clientportal.connectors.storage.Database;
import dev.clientportal.connectors.storage.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresJobStorageTest extends JobStorageTests {
    private static EmbeddedPostgres server;
    private static Database database;

    @BeforeAll
    static void start() {
        server = TestDatabase.server();
        database = TestDatabase.postgres(server);
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
        server.close();
    }

    @Override
    Database database() {
        return database;
    }
}
