package dev.clientportal.e2e.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.ManyContacts;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Statements;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Evidence of thousands is read some hundred contacts at a time. On PostgreSQL, because there they are made in a moment. */
@Tag("X7")
class EvidenceStreamIT {
    /** Contacts that are read at a time. */
    private static final int BATCH = 500;

    private static final int FULL_BATCHES = 6;

    @RegisterExtension
    static final OwnStack STACK = OwnStack.onPostgres();

    private ManyContacts many;
    private String company;

    @BeforeEach
    void openPortal() {
        Portal.open();
        many = new ManyContacts(STACK.database());
        company = Portal.newCompany();
    }

    @Test
    void everyBatchIsTheSameThreeStatementsAndNoEventIsLost() {
        withHistory(BATCH);
        List<String> ofOneBatch =
                Statements.of(() -> assertThat(export(company)).hasSize(3 * BATCH));
        withHistory(BATCH * FULL_BATCHES);
        List<String> ofAll = Statements.of(() -> assertThat(export(company)).hasSize(3 * BATCH * (1 + FULL_BATCHES)));

        // A batch that is full may be followed by another: one more look says that there is none.
        assertThat(ofAll).hasSize(ofOneBatch.size() + 3 * FULL_BATCHES);
        assertThat(ofOneBatch).hasSizeLessThanOrEqualTo(12);
        assertThat(export(company).findValuesAsText("invitationId")).doesNotHaveDuplicates();
        assertThat(export("")).as("of the firm").hasSizeGreaterThanOrEqualTo(3 * BATCH * (1 + FULL_BATCHES));
    }

    @Test
    void exportThatFailsHalfWayIsNotTakenForAWholeOne() {
        withHistory(2 * BATCH);
        many.execute("""
                UPDATE cp_access_log SET act = 'NO_SUCH' WHERE id = (SELECT id FROM cp_access_log
                    WHERE org_id = '%s' ORDER BY user_id DESC LIMIT 1)""".formatted(company));

        for (String format : List.of("json", "csv")) {
            assertThatThrownBy(() -> Portal.mia().get(path(company) + "?format=" + format))
                    .as(format)
                    .hasRootCauseInstanceOf(java.io.IOException.class);
        }
    }

    /** Contacts who were enabled and invited, and then blocked by nobody in particular. */
    private void withHistory(int count) {
        String prefix = "history-" + UUID.randomUUID();
        many.addTo(company, prefix, count);
        String of = "FROM org o JOIN user_group_membership m ON m.group_id = o.group_id"
                + " JOIN user_entity u ON u.id = m.user_id WHERE o.id = '" + company + "' AND u.username LIKE '"
                + prefix
                + ".%'";
        many.execute(
                "INSERT INTO cp_contact (org_id, user_id, realm_id, state) SELECT o.id, u.id, o.realm_id, 'BLOCKED' "
                        + of);
        for (String act : List.of("ENABLED", "BLOCKED")) {
            many.execute("INSERT INTO cp_access_log (id, realm_id, org_id, user_id, act, done_at)"
                    + " SELECT gen_random_uuid()::text, o.realm_id, o.id, u.id, '" + act + "', 1767225600000 " + of);
        }
        many.execute("INSERT INTO cp_mail (id, realm_id, org_id, user_id, kind, link, state, queued_at, due_at)"
                + " SELECT gen_random_uuid()::text, o.realm_id, o.id, u.id, 'INVITATION', 'INVITATION', 'QUEUED', 1767225600000,"
                + " 9007199254740991 " + of);
    }

    private static JsonNode export(String company) {
        return Portal.ok(Portal.mia().get(path(company))).json();
    }

    private static String path(String company) {
        return Portal.ADMIN + (company.isEmpty() ? "" : "/companies/" + company) + "/evidence";
    }
}
