package dev.clientportal.e2e.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.OwnStack;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On PostgreSQL. */
class PostgresKilledPortalIT extends KilledPortalTests {
    @Order(1)
    @RegisterExtension
    static final OwnStack STACK = OwnStack.onPostgres();

    @Order(2)
    @RegisterExtension
    static final LandsInPortal LANDS = new LandsInPortal();

    @Override
    void assertNothingElse(String company, int projects, int tasksOfEach) {
        PortalRows rows = new PortalRows(STACK.portalDatabase());
        String tasks = Integer.toString(projects * tasksOfEach);
        String of = " where company_id = '" + company + "'";

        assertThat(rows.select("select count(*) from project" + of)).containsExactly(Integer.toString(projects));
        assertThat(rows.select("select count(*) from task" + of)).containsExactly(tasks);
        assertThat(rows.select("select count(*) from task_share" + of)).containsExactly(tasks);
        assertThat(rows.select("select count(*) from audit_entry" + of))
                .as("one for each task and project")
                .containsExactly(Integer.toString(projects * (tasksOfEach + 1)));
    }
}
