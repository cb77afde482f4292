package dev.clientportal.e2e.mail;

import dev.clientportal.e2e.OwnStack;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On PostgreSQL. */
class PostgresPunctualityIT extends PunctualityTests {
    @RegisterExtension
    static final OwnStack STACK = OwnStack.onPostgres();
}
