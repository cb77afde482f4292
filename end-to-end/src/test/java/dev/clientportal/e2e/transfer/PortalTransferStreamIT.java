package dev.clientportal.e2e.transfer;

import static dev.clientportal.e2e.transfer.PortalFiles.export;
import static dev.clientportal.e2e.transfer.PortalFiles.imported;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Json;
import dev.clientportal.e2e.ManyContacts;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Statements;
import dev.clientportal.e2e.TestFirm;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files of thousands of contacts are written and read some hundred at a time. On PostgreSQL, which makes them in a moment. */
class PortalTransferStreamIT {
    /** Contacts that an export reads at a time. */
    private static final int EXPORT_BATCH = 500;

    /** Contacts that an import writes at a time. */
    private static final int IMPORT_BATCH = 100;

    private static final int MANY = 5_000;

    @RegisterExtension
    static final OwnStack STACK = OwnStack.onPostgres();

    private final String alias = "many-" + UUID.randomUUID();
    private ManyContacts many;
    private TestFirm source;
    private TestFirm target;

    @BeforeEach
    void makeFirms() {
        Portal.open(); // the calls that count statements belong to its realm
        many = new ManyContacts(STACK.database());
        source = TestFirm.create();
        target = TestFirm.create();
    }

    @AfterEach
    void removeFirms() {
        source.remove();
        target.remove();
    }

    @Test
    void thousandsTakeTheSameStatementsForEachBatchAndComeOutAsTheyWentIn() {
        String from = company(source);
        String to = company(target);
        withHistory(from, "a", EXPORT_BATCH);
        many.addTo(to, "a", EXPORT_BATCH);
        List<String> ofOne = Statements.of(() -> export(source));
        withHistory(from, "b", MANY - EXPORT_BATCH);
        many.addTo(to, "b", MANY - EXPORT_BATCH);
        List<String> ofAll = Statements.of(() -> export(source));

        // contacts, records, logs
        assertThat(ofAll).hasSize(ofOne.size() + 3 * (MANY / EXPORT_BATCH - 1));
        assertThat(ofOne).hasSizeLessThanOrEqualTo(14);

        String file = export(source);
        assertThat(imported(target, file).path("contacts").path("created").asInt())
                .isEqualTo(MANY);
        assertThat(export(target)).isEqualTo(file);

        String part = part(file, IMPORT_BATCH);
        List<String> ofOneBatch = Statements.of(() -> assertUnchanged(part, IMPORT_BATCH));
        List<String> ofTenBatches =
                Statements.of(() -> assertUnchanged(part(file, 10 * IMPORT_BATCH), 10 * IMPORT_BATCH));
        // aliases, usernames, members, contacts, records, logs
        assertThat(ofTenBatches).hasSize(ofOneBatch.size() + 9 * 6);
    }

    private void assertUnchanged(String file, int count) {
        assertThat(imported(target, file).path("contacts").path("unchanged").asInt())
                .isEqualTo(count);
    }

    /** The first contacts of a file, which are a file, too. */
    private static String part(String file, int count) {
        List<JsonNode> contacts = Facts.list(Json.parse(file).path("contacts"));
        ObjectNode part = (ObjectNode) Json.parse(file);
        part.set("contacts", Json.tree(contacts.subList(0, count)));
        return part.toString();
    }

    private String company(TestFirm firm) {
        return Portal.ok(Portal.administrator()
                        .post(
                                "/admin/realms/" + firm.realm() + "/organizations",
                                Map.of(
                                        "name",
                                        alias,
                                        "alias",
                                        alias,
                                        "domains",
                                        List.of(Map.of("name", alias + ".example")))))
                .header("Location")
                .replaceAll(".*/", "");
    }

    /** Contacts who were enabled and then blocked by somebody who is gone, with a record. */
    private void withHistory(String company, String prefix, int count) {
        many.addTo(company, prefix, count);
        String of = "FROM org o JOIN user_group_membership m ON m.group_id = o.group_id"
                + " JOIN user_entity u ON u.id = m.user_id WHERE o.id = '" + company + "' AND u.username LIKE '"
                + prefix
                + ".%'";
        many.execute("INSERT INTO cp_contact (org_id, user_id, realm_id, state, withheld_rights, changed_at)"
                + " SELECT o.id, u.id, o.realm_id, 'BLOCKED', 'VIEW_TASKS,UPLOAD_FILES', 1767225600001 " + of);
        for (String act : List.of("ENABLED", "BLOCKED")) {
            many.execute("INSERT INTO cp_access_log (id, realm_id, org_id, user_id, act, done_by, done_at)"
                    + " SELECT gen_random_uuid()::text, o.realm_id, o.id, u.id, '" + act + "', 'gone', 1767225600000 "
                    + of);
        }
        many.execute("INSERT INTO cp_record (org_id, user_id, field, realm_id, recorded, recorded_at)"
                + " SELECT o.id, u.id, 'lastName', o.realm_id, 'Tact', 1767225600000 " + of);
    }
}
