package dev.clientportal.connectors.jobs;

import dev.clientportal.connectors.storage.Database;
import dev.clientportal.connectors.storage.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class H2JobStorageTest extends JobStorageTests {
    @TempDir
    static Path folder;

    private static Database database;

    @BeforeAll
    static void start() {
        database = TestDatabase.h2(folder);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Override
    Database database() {
        return database;
    }
}
