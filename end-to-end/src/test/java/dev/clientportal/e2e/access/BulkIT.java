package dev.clientportal.e2e.access;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.ManyContacts;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many companies at once. On PostgreSQL, because there a thousand contacts are made in a moment. */
@Tag("B11")
class BulkIT {
    @RegisterExtension
    static final OwnStack STACK = OwnStack.onPostgres();

    @BeforeEach
    void openPortal() {
        Portal.open();
    }

    @Test
    void thousandContactsOfTwentyCompaniesReportTheirOwnOutcome() {
        String name = UUID.randomUUID().toString().substring(0, 8);
        List<String> companies = IntStream.range(0, 20)
                .mapToObj(i -> Portal.addCompany("bulk-" + name + "-" + i))
                .toList();
        var many = new ManyContacts(STACK.database());
        for (int i = 0; i < companies.size(); i++) {
            many.addTo(companies.get(i), "c" + i + "-" + name, 50);
        }
        String mixed = companies.get(0);
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + mixed + "/activate"));
        Contact blocked = Portal.addContactTo(mixed, "blocked." + name + "@client.example");
        Portal.ok(Portal.mia().post(blocked.path() + "/block"));
        Contact disabled = Portal.addContactTo(mixed, "disabled." + name + "@client.example");
        Portal.ok(Portal.mia().post(disabled.path() + "/disable"));
        Contact open = Portal.addContactTo(mixed, "open." + name + "@client.example");
        Contact accepted = Portal.addContactTo(mixed, "accepted." + name + "@client.example");
        Visitor.invited(accepted);
        Contact off = Portal.importContact(
                mixed, Map.of("username", "off." + name, "email", "off." + name + "@client.example", "enabled", false));
        Contact mute = Portal.importContact(mixed, Map.of("username", "mute." + name, "enabled", true));
        String unknown = UUID.randomUUID().toString();

        // Five companies a call: each contact is a transaction or two, and a call is to be answered within a minute.
        List<JsonNode> result = new ArrayList<>();
        for (int i = 0; i < companies.size(); i += 5) {
            List<String> some = i == 0 ? with(companies.subList(0, 5), unknown) : companies.subList(i, i + 5);
            List<JsonNode> rows = Facts.list(Portal.ok(Portal.mia()
                            .post(Portal.ADMIN + "/companies/bulk", Map.of("companies", some, "invite", true)))
                    .json()
                    .path("companies"));
            assertThat(rows.stream().map(row -> row.path("id").asText())).containsExactlyElementsOf(some);
            result.addAll(rows);
        }

        Map<String, Long> ofCompanies = result.stream()
                .collect(Collectors.groupingBy(row -> row.path("outcome").asText(), Collectors.counting()));
        assertThat(ofCompanies)
                .containsExactlyInAnyOrderEntriesOf(Map.of("opened", 19L, "already_open", 1L, "not_found", 1L));
        Map<String, JsonNode> contacts = result.stream()
                .flatMap(company -> Facts.list(company.path("contacts")).stream())
                .collect(Collectors.toMap(row -> row.path("userId").asText(), row -> row));
        assertThat(contacts).hasSize(1006);
        assertOutcome(contacts, blocked, "blocked", "");
        assertOutcome(contacts, disabled, "disabled", "");
        assertOutcome(contacts, open, "already_open", "invited");
        assertOutcome(contacts, accepted, "already_open", "already_accepted");
        assertOutcome(contacts, off, "user_disabled", "");
        assertOutcome(contacts, mute, "no_valid_email", "");
        assertThat(contacts.values().stream()
                        .filter(row -> row.path("outcome").asText().equals("opened"))
                        .collect(Collectors.groupingBy(
                                row -> row.path("invitation").asText(), Collectors.counting())))
                .isEqualTo(Map.of("invited", 1000L));

        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(sentFrom(name)).isEqualTo(1001));
        assertThat(STACK.local().mailServer().received().stream()
                        .filter(mail -> mail.recipient().endsWith("@many.example"))
                        .filter(mail -> mail.recipient().contains(name)))
                .extracting(mail -> mail.recipient())
                .hasSize(1000)
                .doesNotHaveDuplicates();
    }

    @Test
    void sizeOfAListIsLimited() {
        List<String> tooMany = IntStream.range(0, 1001)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        assertProblem(
                Portal.mia().post(Portal.ADMIN + "/companies/bulk", Map.of("companies", tooMany)), 400, "invalid");
        assertProblem(
                Portal.mia().post(Portal.ADMIN + "/companies/bulk", Map.of("companies", List.of())), 400, "invalid");
    }

    private static long sentFrom(String name) {
        return TestSupport.select("SELECT count(*) AS n FROM CP_MAIL m JOIN USER_ENTITY u ON u.ID = m.USER_ID"
                        + " WHERE m.STATE = 'SENT' AND m.KIND = 'INVITATION' AND u.USERNAME LIKE '%" + name + "%'"
                        + " AND u.USERNAME NOT LIKE 'accepted%'")
                .path(0)
                .path("n")
                .asLong();
    }

    private static void assertOutcome(
            Map<String, JsonNode> contacts, Contact contact, String outcome, String invitation) {
        JsonNode row = contacts.get(contact.id());
        assertThat(row.path("outcome").asText()).isEqualTo(outcome);
        assertThat(row.path("invitation").asText("")).as(outcome).isEqualTo(invitation);
    }

    private static List<String> with(List<String> companies, String another) {
        return new ArrayList<>(
                Stream.concat(companies.stream(), Stream.of(another)).toList());
    }
}
