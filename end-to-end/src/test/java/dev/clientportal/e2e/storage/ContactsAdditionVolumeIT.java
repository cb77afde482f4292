package dev.clientportal.e2e.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.TestSupport;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What it costs to let many people in with one call. On PostgreSQL, as firms have it. */
@Tag("D1")
class ContactsAdditionVolumeIT {
    /** SQL statements for each who is new, among them the admin events that the demo realm keeps. */
    private static final int BUDGET = 21;

    @RegisterExtension
    static final OwnStack STACK = OwnStack.onPostgres();

    @BeforeEach
    void openPortal() {
        Portal.open();
    }

    @Test
    void newContactsKeepToTheirBudgetOfStatementsAndKnownOnesCostNextToNothing() {
        String company = Portal.newCompany();
        List<Map<String, String>> warm = people(10);
        List<Map<String, String>> people = people(100);
        add(company, warm, "added");

        List<String> ofNew = TestSupport.statements(() -> add(company, people, "added"));
        List<String> ofKnown = TestSupport.statements(() -> add(company, people, "already_open"));

        assertThat(ofNew).hasSizeLessThanOrEqualTo(100 * BUDGET);
        assertThat(ofKnown).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void thousandNewContactsAreOneCall() {
        String company = Portal.newCompany();

        add(company, people(1000), "added");

        assertThat(Portal.ok(Portal.mia().get(Portal.ADMIN + "/companies/" + company))
                        .json()
                        .path("members")
                        .asInt())
                .isEqualTo(1000);
    }

    private static void add(String company, List<?> people, String outcome) {
        assertThat(Facts.list(Portal.ok(Portal.mia()
                                .post(
                                        Portal.ADMIN + "/companies/" + company + "/contacts/bulk",
                                        Map.of("contacts", people)))
                        .json()
                        .path("contacts")))
                .hasSameSizeAs(people)
                .extracting(row -> row.path("outcome").asText())
                .containsOnly(outcome);
    }

    private static List<Map<String, String>> people(int count) {
        String key = UUID.randomUUID().toString();
        return IntStream.range(0, count)
                .mapToObj(i -> Map.of(
                        "email", "p" + i + "." + key + "@client.example", "firstName", "Con", "lastName", "Tact"))
                .toList();
    }
}
