package dev.clientportal.e2e.storage;

import static dev.clientportal.e2e.Facts.liveLinks;
import static dev.clientportal.e2e.Facts.sessions;
import static dev.clientportal.e2e.Facts.waitingMails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Parallel;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestFirm;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many at the same moment. What decides is in the database, so this runs on each one that we support. */
abstract class ConcurrencyTests {
    private static final int MANY = 100;

    @BeforeEach
    void openPortal() {
        Portal.open();
    }

    @Test
    @Tag("S3")
    void hundredPressesOfOneLinkGiveOneSession() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Visitor.invitation(contact);
        List<Visitor> visitors =
                IntStream.range(0, MANY).mapToObj(i -> new Visitor()).toList();
        List<Answer> pages = Parallel.calls(MANY, i -> visitors.get(i).open(link));
        assertThat(pages).extracting(Answer::status).containsOnly(200);

        List<Answer> answers = Parallel.calls(MANY, i -> visitors.get(i).press(pages.get(i)));

        assertThat(visitors.stream().filter(Visitor::isSignedIn)).hasSize(1);
        assertThat(sessions(contact)).hasSize(1);
        Map<Integer, Long> statuses =
                answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
        assertThat(statuses).containsEntry(410, MANY - 1L).hasSize(2);
        assertThat(TestSupport.select("SELECT CONSUMED_AT FROM CP_LINK WHERE USER_ID = '" + contact.id()
                        + "' AND CONSUMED_AT IS NOT NULL"))
                .hasSize(1);
    }

    @Test
    @Tag("S4")
    @Tag("S8")
    @Tag("B6")
    void hundredResendsAtOnceAreOneMailAndOneLiveLink() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());

        List<Answer> answers = Parallel.calls(MANY, i -> Portal.invite(contact));

        Map<Integer, Long> statuses =
                answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
        assertThat(statuses).containsExactlyInAnyOrderEntriesOf(Map.of(202, 1L, 429, MANY - 1L));
        assertThat(answers.stream().filter(answer -> answer.status() == 429))
                .allSatisfy(refused -> assertThat(refused.header("Retry-After")).matches("[1-9]\\d*"));
        mailbox.next();
        assertThat(liveLinks(contact)).hasSize(1);
    }

    @Test
    @Tag("S4")
    @Tag("B6")
    void bulkInvitationsAtOnceLeaveOneLiveLinkPerContact() {
        String company = Portal.newCompany();
        List<Contact> contacts = IntStream.range(0, 5)
                .mapToObj(i -> Portal.addContactTo(company, "bulk" + i + "." + UUID.randomUUID() + "@client.example"))
                .toList();

        List<Answer> answers = Parallel.calls(20, i -> Portal.mia()
                .post(Portal.ADMIN + "/companies/bulk", Map.of("companies", List.of(company), "invite", true)));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers.stream().flatMap(answer -> answer.json().findValuesAsText("invitation").stream()))
                .hasSize(100)
                .containsOnly("invited");
        assertThat(contacts)
                .allSatisfy(contact -> assertThat(liveLinks(contact)).hasSize(1));
        // Whatever was mailed before the last one: only the newest opens.
        contacts.forEach(contact ->
                await().untilAsserted(() -> assertThat(waitingMails(contact)).isEmpty()));
        Contact one = contacts.get(0);
        List<String> links = Stack.local().mailServer().receivedBy(one.email()).stream()
                .map(Mailbox::link)
                .toList();
        assertThat(links.stream().map(link -> new Visitor().open(link).status()).filter(status -> status == 200))
                .hasSize(1);
    }

    @Test
    @Tag("D4")
    void hundredOpeningsOfOneCompanyAtOnceAreOneCompany() {
        String name = "At once " + UUID.randomUUID();

        List<Answer> answers = Parallel.calls(MANY, i -> Portal.mia()
                .post(Portal.ADMIN + "/companies", Map.of("externalId", name, "name", name, "active", true)));

        Map<Integer, Long> statuses =
                answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
        assertThat(statuses).containsExactlyInAnyOrderEntriesOf(Map.of(201, 1L, 200, MANY - 1L));
        assertThat(answers.stream().map(Answer::json).distinct()).hasSize(1);
        assertThat(TestSupport.select("SELECT ID FROM ORG WHERE NAME = '" + name + "'"))
                .hasSize(1);
        assertThat(TestSupport.select("SELECT c.ORG_ID FROM CP_COMPANY c LEFT JOIN ORG o ON o.ID = c.ORG_ID"
                        + " WHERE c.EXTERNAL_ID = '" + name + "' OR o.ID IS NULL"))
                .as("no rows of companies that were not made")
                .hasSize(1);
    }

    @Test
    @Tag("D4")
    void differentExternalIdsForOneCompanyAtOnceLeaveItOne() {
        String alias = "claimed-" + UUID.randomUUID();
        Portal.addCompany(alias);

        List<Answer> answers = Parallel.calls(8, i -> Portal.mia()
                .post(Portal.ADMIN + "/companies", Map.of("alias", alias, "externalId", alias + i)));

        Map<Integer, Long> statuses =
                answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
        assertThat(statuses).containsExactlyInAnyOrderEntriesOf(Map.of(200, 1L, 409, 7L));
    }

    @Test
    @Tag("D4")
    void listsOfTheSamePeopleAtOnceLetEachInOnce() {
        String company = Portal.newCompany();
        String key = UUID.randomUUID().toString();
        List<Map<String, String>> people = IntStream.range(0, 30)
                .mapToObj(i -> Map.of("email", "same" + i + "." + key + "@client.example"))
                .toList();

        List<Answer> answers = Parallel.calls(10, i -> {
            List<Map<String, String>> mixed = new ArrayList<>(people);
            Collections.shuffle(mixed, new Random(i));
            return Portal.mia()
                    .post(Portal.ADMIN + "/companies/" + company + "/contacts/bulk", Map.of("contacts", mixed));
        });

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        List<JsonNode> rows = answers.stream()
                .flatMap(answer -> Facts.list(answer.json().path("contacts")).stream())
                .toList();
        Map<String, Long> outcomes = rows.stream()
                .collect(Collectors.groupingBy(row -> row.path("outcome").asText(), Collectors.counting()));
        assertThat(outcomes).containsExactlyInAnyOrderEntriesOf(Map.of("added", 30L, "already_open", 270L));
        assertThat(rows.stream()
                        .map(row -> row.path("email").asText() + row.path("userId"))
                        .distinct())
                .hasSize(30);
    }

    @Test
    @Tag("B6")
    @Tag("D4")
    void contactsWhomManyInviteAtOnceGetOneInvitationEach() {
        String company = Portal.newCompany();
        List<Contact> contacts = IntStream.range(0, 3)
                .mapToObj(i -> Portal.addContactTo(company, "once" + i + "." + UUID.randomUUID() + "@client.example"))
                .toList();
        List<String> ids = contacts.stream().map(Contact::id).toList();

        List<Answer> answers = Parallel.calls(30, i -> Portal.mia()
                .post(Portal.ADMIN + "/companies/" + company + "/invitations", Map.of("contacts", ids)));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        Map<String, Long> outcomes = answers.stream()
                .flatMap(answer -> answer.json().findValuesAsText("outcome").stream())
                .collect(Collectors.groupingBy(outcome -> outcome, Collectors.counting()));
        assertThat(outcomes).containsExactlyInAnyOrderEntriesOf(Map.of("invited", 3L, "already_invited", 87L));
        assertThat(contacts)
                .allSatisfy(contact -> assertThat(Facts.ledger(contact)).hasSize(1));
    }

    @Test
    @Tag("S5")
    void hundredWrongCodesAtOnceCountFiveAtMostAndLetNobodyIn() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        Visitor visitor = new Visitor();
        Answer sent = visitor.ask(contact.email());
        String wrong = Mailbox.code(mailbox.next()).equals("111111") ? "222222" : "111111";
        // The same cookies behind a hundred IP addresses, so that only the code's own limit holds.
        List<Http> browsers = IntStream.range(0, MANY)
                .mapToObj(i -> visitor.browser().elsewhere())
                .toList();

        List<Answer> answers =
                Parallel.calls(MANY, i -> browsers.get(i).submit(sent, "#client-portal-code", Map.of("code", wrong)));

        assertThat(answers).extracting(Answer::status).allMatch(status -> status < 500);
        assertThat(browsers).noneMatch(Http::isSignedIn);
        assertThat(sessions(contact)).isEmpty();
        assertThat(TestSupport.select("SELECT CODE_TRIES FROM CP_LINK WHERE USER_ID = '" + contact.id() + "'")
                        .path(0)
                        .path("code_tries")
                        .asInt())
                .isBetween(1, 5);
    }

    @Test
    @Tag("S3")
    @Tag("S5")
    void hundredTriesOfTheRightCodeGiveOneSession() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        Visitor visitor = new Visitor();
        Answer sent = visitor.ask(contact.email());
        String code = Mailbox.code(mailbox.next());

        List<Answer> answers = Parallel.calls(
                MANY, i -> visitor.browser().elsewhere().submit(sent, "#client-portal-code", Map.of("code", code)));

        assertThat(answers.stream().filter(Visitor::isAppRedirect)).hasSize(1);
        assertThat(sessions(contact)).hasSize(1);
    }

    @Test
    @Tag("A2")
    void oneOfTwoSettingsFromTheSameVersionWins() {
        ObjectNode now =
                Portal.ok(Portal.mia().get(Portal.ADMIN + "/firm")).json().deepCopy();
        List<Answer> answers = Parallel.calls(
                8, i -> Portal.mia().put(Portal.ADMIN + "/firm", now.deepCopy().put("description", "Writer " + i)));

        Map<Integer, Long> statuses =
                answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
        assertThat(statuses).containsExactlyInAnyOrderEntriesOf(Map.of(200, 1L, 412, 7L));
        JsonNode after = Portal.mia().get(Portal.ADMIN + "/firm").json();
        assertThat(after.path("version").asInt()).isEqualTo(now.path("version").asInt() + 1);
        Answer winner = answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(after).isEqualTo(winner.json());
    }

    @Test
    @Tag("A3")
    void oneOfManyFirmsThatWantOneDomainGetsIt() {
        String domain = "wanted-" + UUID.randomUUID() + ".example";
        List<TestFirm> firms =
                IntStream.range(0, 3).mapToObj(i -> TestFirm.create()).toList();
        try {
            List<Answer> answers = Parallel.calls(firms.size(), i -> firms.get(i)
                    .save(Map.of("domain", i % 2 == 0 ? domain : domain.toUpperCase(Locale.ROOT))));

            Map<Integer, Long> statuses =
                    answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
            assertThat(statuses).containsExactlyInAnyOrderEntriesOf(Map.of(200, 1L, 409, 2L));
        } finally {
            firms.forEach(TestFirm::remove);
        }
    }
}
