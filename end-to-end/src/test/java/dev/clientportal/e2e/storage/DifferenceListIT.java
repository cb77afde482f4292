package dev.clientportal.e2e.storage;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A page of differences costs the same however many there are. On PostgreSQL, because there they are made in a moment. */
@Tag("B15")
class DifferenceListIT {
    @RegisterExtension
    static final OwnStack STACK = OwnStack.onPostgres();

    @BeforeEach
    void openPortal() {
        Portal.open();
    }

    @Test
    void pageOfHundredDifferencesIsOneStatementForTenAndForThousands() {
        String few = withRecords(5);
        String many = withRecords(3_000);

        List<String> ofFew =
                Statements.of(() -> assertThat(page(few).path("items")).hasSize(10));
        List<String> ofMany =
                Statements.of(() -> assertThat(page(many).path("items")).hasSize(100));
        List<String> ofCompany = Statements.of(() -> Portal.ok(Portal.mia().get(Portal.ADMIN + "/companies/" + many)));

        assertThat(ofMany).as("3,000 contacts").isEqualTo(ofFew);
        assertThat(ofMany.stream().filter(sql -> !ofCompany.contains(sql)))
                .as("beside looking up the company")
                .hasSize(1);
    }

    /** A company whose contacts all have another first name and no phone number, and the last name of the record. */
    private static String withRecords(int count) {
        String company = Portal.newCompany();
        String prefix = "differing-" + UUID.randomUUID();
        ManyContacts contacts = new ManyContacts(STACK.database());
        contacts.addTo(company, prefix, count);
        contacts.execute("""
                INSERT INTO cp_record (org_id, user_id, field, realm_id, recorded, recorded_at)
                SELECT o.id, u.id, r.field, o.realm_id, r.recorded, 0
                FROM org o, user_entity u,
                    (VALUES ('firstName', 'Constance'), ('lastName', 'Tact'), ('phone', '+372 555 0100')) r (field, recorded)
                WHERE o.id = '%s' AND u.username LIKE '%s.%%'""".formatted(company, prefix));
        return company;
    }

    private static JsonNode page(String company) {
        return Portal.ok(Portal.mia().get(Portal.ADMIN + "/companies/" + company + "/differences?max=100"))
                .json();
    }
}
