package dev.clientportal.e2e.access;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Json;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestFirm;
import dev.clientportal.e2e.Visitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many people are let into a company with one call. */
@ExtendWith(Stack.class)
@Tag("B11")
@Tag("D1")
class ContactsAdditionIT {
    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private String company;

    @BeforeEach
    void openPortal() {
        Portal.open();
        company = Portal.newCompany();
    }

    @Test
    @Tag("B3")
    void eachOfAMixedListReportsTheirOwnOutcome() {
        Contact elsewhere = Portal.newContact("birch-bakery");
        Contact open = Portal.addContactTo(company, address("open"));
        Contact accepted = Portal.addContactTo(company, address("accepted"));
        Visitor.invited(accepted);
        Contact blocked = Portal.addContactTo(company, address("blocked"));
        Portal.ok(Portal.mia().post(blocked.path() + "/block"));
        Contact disabled = Portal.addContactTo(company, address("disabled"));
        Portal.ok(Portal.mia().post(disabled.path() + "/disable"));
        Contact member = Portal.importContact(
                company, Map.of("username", "member." + key, "email", address("member"), "enabled", true));
        Contact off = Portal.importContact(
                company, Map.of("username", "off." + key, "email", address("off"), "enabled", false));
        Portal.importContact(
                Portal.newCompany(), Map.of("username", address("name"), "email", address("other"), "enabled", true));
        List<Map<String, Object>> people = new ArrayList<>(List.of(
                named(address("new"), "Ann", "Other"),
                named(elsewhere.email(), "Con", "Tact"),
                Map.of("email", open.email().toUpperCase(Locale.ROOT)),
                Map.of("email", accepted.email()),
                Map.of("email", blocked.email()),
                Map.of("email", disabled.email()),
                Map.of("email", member.email()),
                Map.of("email", off.email()),
                Map.of("email", "no address"),
                Map.of("firstName", "Nobody"),
                Map.of("email", address("tongue"), "locale", "tlh"),
                named(address("script"), "<b>Ann</b>", "Other"),
                Map.of("email", address("name")),
                Map.of("email", address("new").toUpperCase(Locale.ROOT))));

        List<JsonNode> rows = added(Map.of("contacts", people, "silent", true));

        assertThat(outcomes(rows))
                .containsExactly(
                        "added",
                        "added",
                        "already_open",
                        "already_open",
                        "blocked",
                        "disabled",
                        "opened",
                        "user_disabled",
                        "invalid",
                        "invalid",
                        "invalid",
                        "invalid",
                        "address_in_use",
                        "already_open");
        assertThat(rows).extracting(row -> row.path("email").asText("")).containsExactlyElementsOf(emails(people));
        assertThat(rows.get(1).path("userId").asText()).isEqualTo(elsewhere.id());
        assertThat(rows.get(3).path("acceptedAt").asLong()).isPositive();
        assertThat(rows.get(3).path("invitedAt").asLong()).isPositive();
        assertThat(rows.get(8).path("detail").asText()).startsWith("email: ");
        assertThat(rows.get(10).path("detail").asText()).startsWith("locale: ");
        assertThat(rows.get(11).path("detail").asText())
                .startsWith("firstName: ")
                .doesNotContain("<b>");
        assertThat(rows.get(13).path("userId")).isEqualTo(rows.get(0).path("userId"));
        JsonNode made = contact(rows.get(0));
        assertThat(made.path("state").asText()).isEqualTo("ENABLED");
        assertThat(made.path("silent").asBoolean()).isTrue();
        assertThat(made.path("firstName").asText()).isEqualTo("Ann");
        assertThat(Portal.ok(Portal.mia().get(path(rows.get(0)) + "/record")).json())
                .isEqualTo(Json.tree(Map.of("email", address("new"), "firstName", "Ann", "lastName", "Other")));
        assertThat(Facts.contact(blocked).path("state").asText()).isEqualTo("BLOCKED");
        assertThat(Facts.contact(disabled).path("state").asText()).isEqualTo("DISABLED");
        assertThat(Facts.ledger(open)).as("nobody is invited").isEmpty();
    }

    @Test
    void repeatingChangesNothingAndLeavesNoEvents() {
        Map<String, Object> wanted = Map.of("contacts", people("again", 3));
        List<JsonNode> first = added(wanted);
        assertThat(events()).as("a member, enabled, recorded").hasSize(9);
        List<JsonNode> before = first.stream().map(this::contact).toList();

        List<JsonNode> again = added(wanted);

        assertThat(outcomes(first)).containsOnly("added");
        assertThat(outcomes(again)).containsOnly("already_open");
        assertThat(again.stream().map(row -> row.path("userId")))
                .containsExactlyElementsOf(
                        first.stream().map(row -> row.path("userId")).toList());
        assertThat(again.stream().map(this::contact)).containsExactlyElementsOf(before);
        assertThat(events()).hasSize(9);
        assertThat(events().toString()).doesNotContain("@client.example");
    }

    /** They are done fifty at a time: those beside the one that fails are done all the same. */
    @Test
    void oneThatCannotBeMadeWithTheOthersStopsNobody() {
        List<Map<String, Object>> people = new ArrayList<>(people("many", 60));
        people.add(10, Map.of("email", address("x").replace("@", "..@")));
        people.add(30, named(address("bad"), "\u007f", "Name"));
        people.add(45, Map.of("email", "half" + "a".repeat(240) + "@client.example"));

        List<JsonNode> rows = added(Map.of("contacts", people));

        assertThat(outcomes(rows).stream().filter("added"::equals)).hasSize(60);
        assertThat(List.of(10, 30, 45))
                .allSatisfy(
                        i -> assertThat(rows.get(i).path("outcome").asText()).isEqualTo("invalid"));
    }

    @Test
    void whatIsNoListOfPeopleIsRefusedAsAWhole() {
        assertProblem(add(Map.of("contacts", List.of())), 400, "invalid");
        assertProblem(add(Map.of("contacts", people("over", 1001))), 400, "invalid");
        JsonNode problem = assertProblem(
                add(Map.of(
                        "contacts",
                        List.of(
                                Map.of("email", address("first")),
                                Map.of("email", address("invited"), "invite", true)))),
                400,
                "invalid");
        assertThat(problem.path("field").asText()).isEqualTo("contacts.[1].invite");
        assertThat(Facts.list(Portal.ok(Portal.mia().get(contacts())).json().path("items")))
                .isEmpty();
        TestFirm closed = TestFirm.create();
        try {
            Portal.ok(closed.save(Map.of("domain", "bulk-" + UUID.randomUUID() + ".example")));
            Portal.ok(closed.activate());
            String ofClosed = closed.newCompany();
            Portal.ok(Portal.administrator().post(closed.admin() + "/firm/deactivate"));
            assertProblem(
                    Portal.administrator()
                            .post(
                                    closed.admin() + "/companies/" + ofClosed + "/contacts/bulk",
                                    Map.of("contacts", people("closed", 1))),
                    409,
                    "firm-inactive");
        } finally {
            closed.remove();
        }
    }

    @Test
    @Tag("B1")
    void whoMayNotManageTheCompanyOrItsPeopleLetsNobodyIn() {
        Map<String, Object> wanted = Map.of("contacts", people("not", 1));
        assertProblem(Portal.staff("theo").post(contacts() + "/bulk", wanted), 403, "forbidden");
        assertThat(Api.anonymous().post(contacts() + "/bulk", wanted).status()).isEqualTo(401);
        TestFirm firm = TestFirm.create();
        try {
            Portal.ok(firm.save(Map.of("domain", "bulk-" + UUID.randomUUID() + ".example")));
            Portal.ok(firm.activate());
            String mine = firm.newCompany();
            String other = firm.newCompany();
            Contact ofMine = firm.addContact(mine);
            Contact hidden = firm.addContact(mine);
            Contact ofOther = firm.addContact(other);
            Api helper = new FineGrained(firm).helperWhoManages(mine, ofMine.id());
            Map<String, Object> some = Map.of(
                    "contacts",
                    List.of(
                            Map.of("email", ofMine.email()),
                            Map.of("email", hidden.email()),
                            Map.of("email", ofOther.email()),
                            Map.of("email", address("unknown"))));

            List<JsonNode> rows =
                    Facts.list(Portal.ok(helper.post(firm.admin() + "/companies/" + mine + "/contacts/bulk", some))
                            .json()
                            .path("contacts"));

            assertThat(outcomes(rows)).containsExactly("already_open", "not_allowed", "not_allowed", "not_allowed");
            assertThat(rows.stream().filter(row -> row.has("userId"))).hasSize(1);
            assertProblem(helper.post(firm.admin() + "/companies/" + other + "/contacts/bulk", some), 403, "forbidden");
            assertProblem(
                    Portal.mia().post(Portal.ADMIN + "/companies/" + mine + "/contacts/bulk", some), 404, "not-found");
            assertThat(Portal.mia()
                            .post(firm.admin() + "/companies/" + mine + "/contacts/bulk", some)
                            .status())
                    .isIn(401, 403, 404);
        } finally {
            firm.remove();
        }
    }

    private String address(String name) {
        return name + "." + key + "@client.example";
    }

    private List<Map<String, Object>> people(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> named(address(name + i), "Con", "Tact"))
                .toList();
    }

    private static Map<String, Object> named(String email, String firstName, String lastName) {
        Map<String, Object> person = new HashMap<>();
        person.put("email", email);
        person.put("firstName", firstName);
        person.put("lastName", lastName);
        return person;
    }

    private Answer add(Map<String, ?> wanted) {
        return Portal.mia().post(contacts() + "/bulk", wanted);
    }

    private List<JsonNode> added(Map<String, ?> wanted) {
        return Facts.list(Portal.ok(add(wanted)).json().path("contacts"));
    }

    private String contacts() {
        return Portal.ADMIN + "/companies/" + company + "/contacts";
    }

    private String path(JsonNode row) {
        return contacts() + "/" + row.path("userId").asText();
    }

    private JsonNode contact(JsonNode row) {
        return Portal.ok(Portal.mia().get(path(row))).json();
    }

    private static List<String> outcomes(List<JsonNode> rows) {
        return rows.stream().map(row -> row.path("outcome").asText()).toList();
    }

    private static List<String> emails(List<Map<String, Object>> people) {
        return people.stream()
                .map(one -> one.getOrDefault("email", "").toString())
                .toList();
    }

    private List<JsonNode> events() {
        return Facts.list(Portal.ok(Portal.mia()
                        .get("/admin/realms/northwind/admin-events?max=100&resourcePath=client-portal/companies/"
                                + company + "/contacts/*"))
                .json());
    }
}
