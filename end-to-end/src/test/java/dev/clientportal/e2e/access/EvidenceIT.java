package dev.clientportal.e2e.access;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestFirm;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who was let in, invited and shut out, by whom, and when: what an auditor asks for. */
@ExtendWith(Stack.class)
@Tag("X7")
class EvidenceIT {
    private static final String ROW_OF_NAMES =
            "at,event,companyId,companyName,userId,username,email,by,byUsername,detail,invitationId";

    private String company;

    @BeforeEach
    void openPortal() {
        Portal.open();
        company = Portal.newCompany();
    }

    @AfterEach
    void resetClock() {
        TestSupport.resetClock();
    }

    @Test
    void storyOfAContactIsToldInOrderWithWhoDidWhat() {
        Instant begin = Instant.now();
        Contact contact = newContact();
        Visitor visitor = new Visitor();
        String link = Visitor.invitation(contact);
        awaitState(contact, "SENT");
        Answer page = visitor.open(link);
        String csrf = page.document().select("input[name=csrf]").val();
        visitor.browser()
                .send(HttpRequest.newBuilder(URI.create(link + "/opened"))
                        .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8))));
        visitor.press(page);
        act(Portal.mia(), contact, "block");
        act(Portal.staff("olga"), contact, "unblock");
        act(Portal.mia(), contact, "disable");

        List<JsonNode> events = evidence(company);

        assertThat(events)
                .extracting(EvidenceIT::kind, row -> row.path("byUsername").asText())
                .containsExactly(
                        tuple("ENABLED", "mia"),
                        tuple("INVITED", "mia"),
                        tuple("SENT", ""),
                        tuple("OPENED", ""),
                        tuple("ACCEPTED", ""),
                        tuple("BLOCKED", "mia"),
                        tuple("UNBLOCKED", "olga"),
                        tuple("DISABLED", "mia"));
        assertThat(events).allSatisfy(row -> {
            assertThat(row.path("companyId").asText()).isEqualTo(company);
            assertThat(row.path("userId").asText()).isEqualTo(contact.id());
            assertThat(row.path("username").asText()).isEqualTo(contact.email());
            assertThat(row.path("email").asText()).isEqualTo(contact.email());
            assertThat(row.path("at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            assertThat(Instant.parse(row.path("at").asText())).isBetween(begin.minusSeconds(1), Instant.now());
        });
        assertThat(events).extracting(row -> row.path("at").asText()).isSorted();
        String invitation = Facts.ledger(contact).get(0).path("id").asText();
        assertThat(events.subList(1, 5))
                .allSatisfy(row -> assertThat(row.path("invitationId").asText()).isEqualTo(invitation));
        assertThat(events.get(3).path("detail").asText())
                .as("roughly which browser")
                .isNotBlank();
        assertThat(events.get(1).path("by").asText())
                .isEqualTo(Facts.ledger(contact).get(0).path("requestedBy").asText())
                .isEqualTo(events.get(5).path("by").asText());
        assertThat(evidence("").toString()).contains(invitation);
    }

    @Test
    void repeatedCallLeavesOneEntryAndARefusedOneNone() {
        Contact contact = newContact();
        act(Portal.mia(), contact, "enable");
        assertProblem(Portal.mia().post(contact.path() + "/unblock"), 409, "not-blocked");
        act(Portal.mia(), contact, "block");
        act(Portal.mia(), contact, "block");
        assertProblem(Portal.mia().post(contact.path() + "/enable"), 409, "contact-blocked");
        assertProblem(Portal.mia().delete(contact.path() + "/invitations"), 409, "no-open-invitation");

        assertThat(evidence(company)).extracting(EvidenceIT::kind).containsExactly("ENABLED", "BLOCKED");
    }

    @Test
    void endOfEachInvitationIsTold() {
        Contact contact = newContact();
        Visitor.invitation(contact);
        awaitState(contact, "SENT");
        Portal.ok(Portal.mia().delete(contact.path() + "/invitations"));
        TestSupport.moveClock(Duration.ofSeconds(61));
        Visitor visitor = new Visitor();
        visitor.notMe(visitor.open(Visitor.invitation(contact)));
        awaitSent(contact);

        assertThat(evidence(company))
                .extracting(EvidenceIT::kind, row -> row.path("byUsername").asText())
                .containsExactly(
                        tuple("ENABLED", "mia"),
                        tuple("INVITED", "mia"),
                        tuple("SENT", ""),
                        tuple("REVOKED", "mia"),
                        tuple("INVITED", "mia"),
                        tuple("SENT", ""),
                        tuple("REJECTED", ""));
    }

    @Test
    void invitationThatCouldNotBeSentIsToldWithItsReason() {
        Contact contact = newContact();
        Stack.local().mailServer().refuse(contact.email(), "550 5.1.1 No such user");
        try {
            Portal.ok(Portal.invite(contact));
            awaitState(contact, "FAILED");
        } finally {
            Stack.local().mailServer().accept(contact.email());
        }

        List<JsonNode> events = evidence(company);
        assertThat(events).extracting(EvidenceIT::kind).containsExactly("ENABLED", "INVITED", "FAILED");
        assertThat(events.get(2).path("detail").asText()).isEqualTo("The mail server refused the address.");
    }

    @Test
    void automationThatOpenedManyIsNamed() {
        String another = Portal.addCompany("evidence-" + UUID.randomUUID());
        Contact contact = Portal.importContact(
                another,
                Map.of(
                        "username", "many." + UUID.randomUUID(),
                        "email", "many." + UUID.randomUUID() + "@client.example",
                        "enabled", true));

        Portal.ok(Api.automation()
                .post(Portal.ADMIN + "/companies/bulk", Map.of("companies", List.of(another), "silent", true)));

        assertThat(evidence(another))
                .extracting(EvidenceIT::kind, row -> row.path("userId").asText(), row -> row.path("byUsername")
                        .asText())
                .containsExactly(tuple("ENABLED", contact.id(), "service-account-portal-automation"));
    }

    @Test
    @Tag("S20")
    void sheetIsCsvInWhichNoCellIsAFormula() {
        String named = nameOfCompany("@SUM(1;2), \"Ltd\" " + UUID.randomUUID());
        String username = "=cmd." + UUID.randomUUID();
        String email = "+372." + UUID.randomUUID() + "@client.example";
        Contact contact = Portal.importContact(named, Map.of("username", username, "email", email, "enabled", true));
        act(Portal.mia(), contact, "block");

        Answer sheet = Portal.ok(Portal.mia().get(path(named) + "?format=csv"));

        assertThat(sheet.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8;header=present");
        assertThat(sheet.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"evidence-" + named + ".csv\"");
        assertThat(sheet.header("Cache-Control")).isEqualTo("no-store");
        assertThat(sheet.body().split("\r\n", -1)).hasSize(3);
        assertThat(sheet.body().split("\r\n")[0]).isEqualTo(ROW_OF_NAMES);
        assertThat(sheet.body().split("\r\n")[1])
                .contains(
                        ",BLOCKED," + named + ",\"'@SUM(1;2), \"\"Ltd\"\" ",
                        "," + contact.id() + ",'" + username + ",'" + email + ",")
                .endsWith(",mia,,");
        assertThat(sheet.body()).doesNotContain(",=", ",+", ",@", "\"@");
    }

    @Test
    void formIsChosenByTheHeaderOrTheParameter() {
        newContact();
        assertThat(type(null, "")).isEqualTo("application/json");
        assertThat(type("*/*", "")).isEqualTo("application/json");
        assertThat(type("text/csv", "")).startsWith("text/csv");
        assertThat(type("application/json;q=0.5, text/csv", "")).startsWith("text/csv");
        assertThat(type("text/csv", "?format=JSON")).isEqualTo("application/json");
        assertThat(type("application/json", "?format=csv")).startsWith("text/csv");
        Answer nothing = Portal.ok(Portal.mia().get(path(Portal.newCompany())));
        assertThat(nothing.body()).isEqualTo("[]");
        Answer emptySheet = Portal.ok(Portal.mia().get(path(Portal.newCompany()) + "?format=csv"));
        assertThat(emptySheet.body()).isEqualTo(ROW_OF_NAMES + "\r\n");
    }

    @Test
    void whoMayOnlyLookReadsAllAndWhoIsNobodyNothing() {
        Contact contact = newContact();
        Api theo = Portal.staff("theo");
        assertThat(Portal.ok(theo.get(path(company))).body()).contains(contact.id());
        assertThat(Portal.ok(theo.get(path(""))).body()).contains(contact.id());
        assertThat(Api.anonymous().get(path("")).status()).isEqualTo(401);
        assertThat(Api.anonymous().get(path(company)).status()).isEqualTo(401);
    }

    @Test
    void permissionForOneCompanyAndOneContactShowsTheirsAndNoOther() {
        TestFirm firm = openFirm();
        try {
            String mine = firm.newCompany();
            String other = firm.newCompany();
            Contact seen = firm.addContact(mine);
            Contact unseen = firm.addContact(mine);
            firm.addContact(other);
            Api helper = new FineGrained(firm).helperWhoManages(mine, seen.id());

            assertThat(Portal.ok(helper.get(firm.admin() + "/companies/" + mine + "/evidence"))
                            .json()
                            .findValuesAsText("userId"))
                    .containsExactly(seen.id());
            assertThat(Portal.ok(Portal.administrator().get(firm.admin() + "/companies/" + mine + "/evidence"))
                            .json()
                            .findValuesAsText("userId"))
                    .containsExactlyInAnyOrder(seen.id(), unseen.id());
            assertProblem(helper.get(firm.admin() + "/companies/" + other + "/evidence"), 403, "forbidden");
            assertProblem(helper.get(firm.admin() + "/evidence"), 403, "forbidden");
        } finally {
            firm.remove();
        }
    }

    @Test
    void firmsSeeOnlyTheirOwn() {
        Contact ofNorthwind = newContact();
        TestFirm firm = openFirm();
        try {
            String theirs = firm.newCompany();
            Contact ofTheirs = firm.addContact(theirs);

            Answer all = Portal.ok(Portal.administrator().get(firm.admin() + "/evidence"));
            assertThat(all.json().findValuesAsText("userId")).containsExactly(ofTheirs.id());
            JsonNode enabled = all.json().get(0);
            assertThat(enabled.path("by").asText()).isNotBlank();
            assertThat(enabled.has("byUsername"))
                    .as("the name of an admin of another realm")
                    .isFalse();
            assertThat(evidence(""))
                    .extracting(row -> row.path("userId").asText())
                    .contains(ofNorthwind.id());
            assertThat(evidence("").toString()).doesNotContain(ofTheirs.id());
            assertProblem(Portal.mia().get(path(theirs)), 404, "not-found");
            assertThat(Portal.mia().get(firm.admin() + "/evidence").status()).isIn(401, 403, 404);
        } finally {
            firm.remove();
        }
    }

    private static TestFirm openFirm() {
        TestFirm firm = TestFirm.create();
        Portal.ok(firm.save(Map.of("domain", "evidence-" + UUID.randomUUID() + ".example")));
        Portal.ok(firm.activate());
        return firm;
    }

    private String type(String accept, String query) {
        var request = Portal.mia().request(path(company) + query);
        if (accept != null) request.header("Accept", accept);
        return Portal.ok(Portal.mia().send(request)).header("Content-Type");
    }

    private static String nameOfCompany(String name) {
        String alias = "evidence-" + UUID.randomUUID();
        return Portal.ok(Portal.mia()
                        .post(
                                "/admin/realms/northwind/organizations",
                                Map.of(
                                        "name",
                                        name,
                                        "alias",
                                        alias,
                                        "domains",
                                        List.of(Map.of("name", alias + ".example")))))
                .header("Location")
                .replaceAll(".*/", "");
    }

    private Contact newContact() {
        return Portal.addContactTo(company, "evidence." + UUID.randomUUID() + "@client.example");
    }

    private static void act(Api staff, Contact contact, String action) {
        Portal.ok(staff.post(contact.path() + "/" + action));
    }

    private static void awaitState(Contact contact, String state) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        Facts.ledger(contact).get(0).path("state").asText())
                .isEqualTo(state));
    }

    private static void awaitSent(Contact contact) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(Facts.ledger(contact))
                .allSatisfy(row -> assertThat(row.hasNonNull("sentAt")).isTrue()));
    }

    private static String kind(JsonNode row) {
        return row.path("event").asText();
    }

    /** @param company empty for all */
    private static String path(String company) {
        return Portal.ADMIN + (company.isEmpty() ? "" : "/companies/" + company) + "/evidence";
    }

    private static List<JsonNode> evidence(String company) {
        return Facts.list(Portal.ok(Portal.mia().get(path(company))).json());
    }
}
