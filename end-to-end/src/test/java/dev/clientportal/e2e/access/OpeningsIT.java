package dev.clientportal.e2e.access;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.StaffMember;
import dev.clientportal.e2e.TestFirm;
import dev.clientportal.e2e.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many companies that are opened while nobody waits. */
@ExtendWith(Stack.class)
@Tag("B11")
class OpeningsIT {
    private static final String OPENINGS = Portal.ADMIN + "/openings";

    @BeforeEach
    void openPortal() {
        Portal.open();
    }

    @Test
    @Tag("B3")
    @Tag("B12")
    void whatThePreviewForeseesIsWhatBecomesOfEach() {
        String company = Portal.newCompany();
        String unopened = Portal.addCompany("unopened-" + UUID.randomUUID());
        String unknown = UUID.randomUUID().toString();
        String key = UUID.randomUUID().toString();
        Contact blocked = Portal.addContactTo(company, "blocked." + key + "@client.example");
        Portal.ok(Portal.mia().post(blocked.path() + "/block"));
        Contact disabled = Portal.addContactTo(company, "disabled." + key + "@client.example");
        Portal.ok(Portal.mia().post(disabled.path() + "/disable"));
        Contact accepted = Portal.addContactTo(company, "accepted." + key + "@client.example");
        Visitor.invited(accepted);
        Contact invited = Portal.addContactTo(company, "invited." + key + "@client.example");
        Mailbox ofInvited = Mailbox.of(invited.email());
        Portal.ok(Portal.invite(invited));
        ofInvited.next();
        Contact fresh = Portal.importContact(unopened, user("fresh." + key, true));
        Mailbox ofFresh = Mailbox.of(fresh.email());
        Contact off = Portal.importContact(unopened, user("off." + key, false));
        Contact mute = Portal.importContact(unopened, Map.of("username", "mute." + key, "enabled", true));
        Map<String, Object> wanted = Map.of("companies", List.of(company, unopened, unknown, company), "invite", true);

        Map<String, String> foreseen = foreseen(wanted);
        assertThat(foreseen)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        company,
                        "already_open",
                        unopened,
                        "opened",
                        unknown,
                        "not_found",
                        blocked.id(),
                        "blocked",
                        disabled.id(),
                        "disabled",
                        accepted.id(),
                        "already_open already_accepted",
                        invited.id(),
                        "already_open already_invited",
                        fresh.id(),
                        "opened invited",
                        off.id(),
                        "user_disabled",
                        mute.id(),
                        "no_valid_email"));
        assertThat(Facts.contact(fresh).path("state").asText())
                .as("a preview opens nothing")
                .isEqualTo("NONE");

        JsonNode ended = ended(Portal.mia(), start(Portal.mia(), wanted));

        assertThat(ended.path("finishedAt").asLong()).isPositive();
        assertThat(ended.path("companies").asInt()).isEqualTo(3);
        assertThat(ended.path("done").asInt()).isEqualTo(3);
        List<JsonNode> rows = rows(Portal.mia(), ended);
        assertThat(outcomes(rows)).isEqualTo(foreseen);
        assertThat(rows)
                .extracting(row -> row.path("company").asText())
                .as("each company before its contacts, in the order of the request")
                .startsWith(company)
                .endsWith(unknown);
        ofFresh.next();
        assertThat(ofInvited.unseen()).as("invited before").isEmpty();
        assertThat(Facts.ledger(fresh)).hasSize(1);

        JsonNode again = ended(Portal.mia(), start(Portal.mia(), wanted));
        assertThat(outcomes(rows(Portal.mia(), again))).containsEntry(fresh.id(), "already_open already_invited");
        assertThat(Facts.ledger(fresh)).hasSize(1);
    }

    private static Map<String, Object> user(String name, boolean enabled) {
        return Map.of("username", name, "email", name + "@client.example", "enabled", enabled);
    }

    @Test
    void resultIsDownloadedAsCsvWithoutFormulas() {
        String company = Portal.newCompany();
        Contact contact = Portal.addContactTo(
                company, "-cmd." + UUID.randomUUID().toString().substring(0, 8) + "@client.example");
        JsonNode ended = ended(Portal.mia(), start(Portal.mia(), Map.of("companies", List.of(company))));

        Answer csv = Portal.ok(Portal.mia().get(path(ended) + "/rows.csv"));

        assertThat(csv.header("Content-Disposition")).contains("attachment");
        assertThat(csv.body().split("\r\n"))
                .hasSize(3)
                .startsWith("company,company_name,user,username,email,outcome,invitation,retry_after")
                .anyMatch(line -> line.endsWith(
                        ",%s,'%s,'%s,already_open,,".formatted(contact.id(), contact.email(), contact.email())));
    }

    @Test
    void cancelledOpeningBeginsNoFurtherCompany() {
        String location = start(Portal.mia(), Map.of("companies", unknown(1000), "silent", true));

        JsonNode cancelled = Portal.ok(Portal.mia().post(location + "/cancel")).json();

        assertThat(cancelled.path("cancelledAt").asLong()).isPositive();
        // The worker has passed it by when it takes up the next one.
        ended(Portal.mia(), start(Portal.mia(), Map.of("companies", unknown(1))));
        JsonNode now = Portal.ok(Portal.mia().get(location)).json();
        assertThat(now.path("done").asInt()).isLessThan(1000);
        assertThat(now.hasNonNull("finishedAt")).isFalse();
        assertThat(rows(Portal.mia(), now))
                .filteredOn(row -> !row.hasNonNull("outcome"))
                .isNotEmpty();
    }

    @Test
    @Tag("B1")
    void openingStopsWhenWhoAskedForItIsDisabled() {
        StaffMember ivo = StaffMember.create().with("manage-organizations", "view-users", "view-organizations");
        Api api = Portal.staff(ivo.name());
        String location = start(api, Map.of("companies", unknown(1000)));

        Portal.ok(Portal.administrator()
                .put("/admin/realms/northwind/users/" + ivo.id(), Map.of("username", ivo.name(), "enabled", false)));

        JsonNode ended = ended(Portal.mia(), location);
        assertThat(ended.path("cancelledAt").asLong()).isPositive();
        assertThat(ended.path("done").asInt()).isLessThan(1000);
    }

    @Test
    @Tag("B1")
    void openingStopsWhenWhoAskedForItHasNoRolesAnyMore() {
        String[] roles = {"manage-organizations", "view-users", "view-organizations"};
        StaffMember ivo = StaffMember.create().with(roles);
        String location = start(Portal.staff(ivo.name()), Map.of("companies", unknown(1000)));

        ivo.without(roles);

        JsonNode ended = ended(Portal.mia(), location);
        assertThat(ended.path("cancelledAt").asLong()).isPositive();
        assertThat(ended.path("done").asInt()).isLessThan(1000);
    }

    @Test
    @Tag("B1")
    void eachCompanyIsOpenedWithTheRightsOfWhoAsked() {
        TestFirm firm = TestFirm.create();
        try {
            Portal.ok(firm.save(Map.of("domain", "openings-" + UUID.randomUUID() + ".example")));
            Portal.ok(firm.activate());
            String mine = firm.newCompany();
            String other = firm.newCompany();
            Contact ofMine = firm.addContact(mine);
            Api helper = new FineGrained(firm).helperWhoManages(mine, ofMine.id());
            Map<String, Object> both = Map.of("companies", List.of(mine, other), "silent", true);
            Map<String, String> expected =
                    Map.of(mine, "already_open", other, "not_found", ofMine.id(), "already_open");

            assertThat(foreseen(helper, firm.admin() + "/openings", both)).isEqualTo(expected);
            String location = start(helper, firm.admin() + "/openings", both);
            JsonNode ended = ended(helper, location);
            List<JsonNode> rows = rows(helper, location);

            assertThat(outcomes(rows)).isEqualTo(expected);
            assertThat(rows).as("may not see all users").allMatch(row -> !row.hasNonNull("email"));
            assertProblem(helper.post(firm.admin() + "/openings", with(both, "invite")), 403, "forbidden");
            // Somebody else's, and one of another firm.
            String ofAdmin = start(Portal.administrator(), firm.admin() + "/openings", both);
            ended(Portal.administrator(), ofAdmin);
            assertProblem(helper.get(ofAdmin), 404, "not-found");
            assertProblem(helper.get(ofAdmin + "/rows"), 404, "not-found");
            assertProblem(helper.get(ofAdmin + "/rows.csv"), 404, "not-found");
            assertProblem(helper.post(ofAdmin + "/cancel"), 404, "not-found");
            assertThat(Portal.ok(helper.get(firm.admin() + "/openings")).json().path("items"))
                    .hasSize(1);
            assertProblem(Portal.mia().get(OPENINGS + "/" + ended.path("id").asText()), 404, "not-found");
        } finally {
            firm.remove();
        }
    }

    private static Map<String, Object> with(Map<String, Object> wanted, String more) {
        Map<String, Object> all = new HashMap<>(wanted);
        all.remove("silent");
        all.put(more, true);
        return all;
    }

    @Test
    void whoMayOnlyLookOpensNothing() {
        String company = Portal.addCompany("looked-at-" + UUID.randomUUID());
        Api theo = Portal.staff("theo");
        String location = start(theo, Map.of("companies", List.of(company), "silent", true));
        ended(theo, location);
        assertThat(outcomes(rows(theo, location))).isEqualTo(Map.of(company, "not_allowed"));
        assertProblem(theo.post(OPENINGS, Map.of("companies", List.of(company), "invite", true)), 403, "forbidden");
        String ofMia = start(Portal.mia(), Map.of("companies", unknown(1)));
        assertThat(theo.get(ofMia).status()).isEqualTo(200);
        assertProblem(theo.post(ofMia + "/cancel"), 403, "forbidden");
    }

    @Test
    void oddRequestsAreRefused() {
        assertProblem(Portal.mia().post(OPENINGS, Map.of("companies", List.of())), 400, "invalid");
        assertProblem(Portal.mia().post(OPENINGS, Map.of("companies", unknown(1001))), 400, "invalid");
        assertProblem(
                Portal.mia().post(OPENINGS, Map.of("companies", unknown(1), "invite", true, "silent", true)),
                400,
                "invalid");
        assertProblem(Portal.mia().get(OPENINGS + "/" + UUID.randomUUID()), 404, "not-found");
        assertProblem(Portal.mia().get(OPENINGS + "/%00"), 404, "not-found");
        assertProblem(Portal.mia().get(OPENINGS + "?after=%21"), 400, "invalid");
        String location = start(Portal.mia(), Map.of("companies", unknown(1)));
        assertProblem(Portal.mia().get(location + "/rows?after=eA.eQ"), 400, "invalid"); // x and y, no numbers
        assertThat(Api.anonymous().get(OPENINGS).status()).isEqualTo(401);
    }

    private static List<String> unknown(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
    }

    static String start(Api api, Map<String, Object> wanted) {
        return start(api, OPENINGS, wanted);
    }

    /** The path of the opening. */
    private static String start(Api api, String openings, Map<String, Object> wanted) {
        Answer answer = api.post(openings, wanted);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.header("Location"))
                .endsWith("/openings/" + answer.json().path("id").asText());
        return openings + "/" + answer.json().path("id").asText();
    }

    static JsonNode ended(Api api, String location) {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> Portal.ok(api.get(location)).json(),
                        now -> now.hasNonNull("finishedAt") || now.hasNonNull("cancelledAt"));
    }

    private static String path(JsonNode opening) {
        return OPENINGS + "/" + opening.path("id").asText();
    }

    static List<JsonNode> rows(Api api, JsonNode opening) {
        return rows(api, path(opening));
    }

    private static List<JsonNode> rows(Api api, String location) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    Portal.ok(api.get(location + "/rows?max=4&after=" + after)).json();
            all.addAll(Facts.list(page.path("items")));
            after = page.path("next").asText("");
        } while (!after.isEmpty() && all.size() < 100);
        return all;
    }

    static Map<String, String> outcomes(List<JsonNode> rows) {
        Map<String, String> outcomes = new HashMap<>();
        for (JsonNode row : rows) {
            String id = !row.hasNonNull("user")
                    ? row.path("company").asText()
                    : row.path("user").asText();
            outcomes.put(id, words(row));
        }
        return outcomes;
    }

    private static String words(JsonNode row) {
        return (row.path("outcome").asText() + " " + row.path("invitation").asText("")).strip();
    }

    private static Map<String, String> foreseen(Map<String, Object> wanted) {
        return foreseen(Portal.mia(), OPENINGS, wanted);
    }

    private static Map<String, String> foreseen(Api api, String openings, Map<String, Object> wanted) {
        Map<String, String> outcomes = new HashMap<>();
        for (JsonNode company : Facts.list(
                Portal.ok(api.post(openings + "/preview", wanted)).json().path("companies"))) {
            outcomes.put(company.path("id").asText(), words(company));
            Facts.list(company.path("contacts"))
                    .forEach(contact -> outcomes.put(contact.path("userId").asText(), words(contact)));
        }
        return outcomes;
    }
}
