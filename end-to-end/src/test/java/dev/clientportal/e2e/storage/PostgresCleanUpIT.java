package dev.clientportal.e2e.storage;

import dev.clientportal.e2e.OwnStack;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On PostgreSQL. */
class PostgresCleanUpIT extends CleanUpTests {
    @RegisterExtension
    static final OwnStack STACK = OwnStack.onPostgres();
}
