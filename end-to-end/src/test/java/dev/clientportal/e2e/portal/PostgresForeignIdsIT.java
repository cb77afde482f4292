package dev.clientportal.e2e.portal;

import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.OwnStack;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On PostgreSQL. */
class PostgresForeignIdsIT extends ForeignIdsIT {
    @Order(1)
    @RegisterExtension
    static final OwnStack STACK = OwnStack.onPostgres();

    @Order(2)
    @RegisterExtension
    static final LandsInPortal LANDS = new LandsInPortal();
}
