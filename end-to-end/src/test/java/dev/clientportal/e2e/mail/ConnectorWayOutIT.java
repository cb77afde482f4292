package dev.clientportal.e2e.mail;

import static dev.clientportal.e2e.Connector.RECIPIENT;
import static dev.clientportal.e2e.Connector.mailTo;
import static dev.clientportal.e2e.Connector.outcome;
import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Connector;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Parallel;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.ServerLog;
import dev.clientportal.e2e.TestFirm;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server gives its mails to those who lease them, and writes down what they tell. */
class ConnectorWayOutIT {
    private static final String WAY_OUT = "--spi-client-portal-mail--keycloak--way-out=connector";
    private static final String MAILS = "client_portal_mails_total";
    private static final String INVITATION = "kind=\"invitation\"";

    @RegisterExtension
    static final OwnStack STACK = OwnStack.toBreak(WAY_OUT);

    @SuppressWarnings("NonFinalStaticField") // Each new one costs a client; all tests can share it.
    private static Connector connector;

    private Contact contact;
    private Metrics before;

    @BeforeEach
    void openPortal() {
        Portal.open();
        if (connector == null) connector = Connector.create();
        contact = Portal.newContact("birch-bakery");
        before = Metrics.now();
    }

    @AfterEach
    void leaveNothingBehind() {
        TestSupport.moveClock(Duration.ofHours(3));
        connector.sendAll();
        TestSupport.resetClock();
    }

    @Test
    @Tag("B9")
    @Tag("D6")
    @Tag("S3")
    @Tag("S14")
    @Tag("S15")
    void mailIsMadeWhenItIsLeasedAndItsLinkWorks() {
        ServerLog log = ServerLog.fromNow();
        Portal.ok(Portal.invite(contact));

        JsonNode lease = connector.lease();

        JsonNode mail = mailTo(contact.email(), lease);
        assertThat(mail.path("kind").asText()).isEqualTo("INVITATION");
        assertThat(mail.path("fromName").asText()).isEqualTo("Northwind Accounting");
        assertThat(mail.path("from").asText()).contains("@");
        assertThat(mail.path("messageId").asText())
                .startsWith("<" + mail.path("id").asText() + ".")
                .endsWith("@portal.northwind.example>");
        assertThat(mail.path("html").asText()).contains("Northwind Accounting").contains(link(mail));
        assertThat(lease.toString()).doesNotContain("\"password\"", "\"host\"");
        assertThat(ledger().path("state").asText()).as("not sent yet").isEqualTo("QUEUED");
        assertThat(STACK.local().mailServer().receivedBy(contact.email())).isEmpty();
        String secret = link(mail).replaceAll(".*/", "");
        assertThat(TestSupport.select("SELECT * FROM CP_LINK").toString() + TestSupport.select("SELECT * FROM CP_MAIL"))
                .doesNotContain(secret);

        assertThat(connector.sent(lease, mail)).isEqualTo("RECORDED");

        JsonNode entry = ledger();
        assertThat(entry.path("state").asText()).isEqualTo("SENT");
        assertThat(entry.path("attempts").asInt()).isEqualTo(1);
        assertCount(1, MAILS, INVITATION, "outcome=\"sent\"");
        assertCount(1, "client_portal_mail_delivery_seconds_count", INVITATION);
        Visitor visitor = new Visitor();
        visitor.use(link(mail));
        assertThat(visitor.isSignedIn()).isTrue();
        JsonNode event = event("deliveries/leases/" + lease.path("lease").asText());
        assertThat(event.path("details").path("mails").asInt()).isEqualTo(1);
        assertThat(event.toString()).doesNotContain(secret, contact.email());
        log.assertSilentAbout(List.of(secret, contact.email()));
        log.assertNoFailure();
    }

    @Test
    void answerWithLinksIsNotToBeKept() {
        assertThat(connector.lease(1, 60).header("Cache-Control")).contains("no-store");
    }

    @Test
    @Tag("S3")
    void manyConnectorsNeverHaveTheSameMail() {
        List<Contact> contacts = new ArrayList<>();
        for (int i = 0; i < 30; i++) contacts.add(Portal.newContact("cedar-cycles"));
        contacts.forEach(each -> Portal.ok(Portal.invite(each)));

        List<String> leased = Parallel.calls(6, i -> {
                    List<String> mine = new ArrayList<>();
                    JsonNode lease;
                    do {
                        lease = Portal.ok(connector.lease(7, 120)).json();
                        mine.addAll(lease.path("mails").findValuesAsText("to"));
                    } while (!lease.path("mails").isEmpty());
                    return mine;
                })
                .stream()
                .flatMap(List::stream)
                .toList();

        assertThat(leased).doesNotHaveDuplicates();
        // Who lost a race for a whole batch saw an empty one and left: what is left is still there.
        List<String> all = new ArrayList<>(leased);
        all.addAll(connector.lease().path("mails").findValuesAsText("to"));
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        contacts.stream().map(Contact::email).toList());
    }

    @Test
    @Tag("S3")
    void leaseThatRunsOutComesBackWithAnotherSecretAndItsHolderIsHeardNoMore() {
        Portal.ok(Portal.invite(contact));
        JsonNode lost = connector.lease();
        JsonNode first = mailTo(contact.email(), lost);
        assertThat(connector.lease().path("mails")).as("it is somebody's").isEmpty();

        TestSupport.moveClock(Duration.ofSeconds(121));
        JsonNode lease = connector.lease();

        JsonNode again = mailTo(contact.email(), lease);
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(again.path("messageId")).isNotEqualTo(first.path("messageId"));
        assertThat(link(again)).isNotEqualTo(link(first));
        assertThat(connector.failed(lost, first, RECIPIENT, "550 5.1.1")).isEqualTo("NOT_LEASED");
        assertThat(ledger().path("state").asText()).isEqualTo("QUEUED");
        assertThat(connector.sent(lease, again)).isEqualTo("RECORDED");
        JsonNode entry = ledger();
        assertThat(entry.path("state").asText()).isEqualTo("SENT");
        assertThat(entry.path("attempts").asInt())
                .as("the first may have been sent as well")
                .isEqualTo(2);
        assertThat(new Visitor().open(link(first)).status())
                .as("the older link")
                .isNotEqualTo(200);
        Visitor visitor = new Visitor();
        visitor.use(link(again));
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @Test
    void reportAfterTheLeaseRanOutCountsWhileNobodyElseHasTheMail() {
        Portal.ok(Portal.invite(contact));
        JsonNode lease = connector.lease();
        TestSupport.moveClock(Duration.ofSeconds(300));

        assertThat(connector.sent(lease, mailTo(contact.email(), lease))).isEqualTo("RECORDED");

        assertThat(ledger().path("state").asText()).isEqualTo("SENT");
        assertThat(ledger().path("attempts").asInt()).isEqualTo(1);
    }

    @Test
    @Tag("X3")
    void mailThatIsDeferredIsTriedAgainAfterGrowingPausesHoweverOftenItIsTold() {
        Portal.ok(Portal.invite(contact));
        JsonNode lease = connector.lease();
        JsonNode mail = mailTo(contact.email(), lease);

        assertThat(connector.failed(lease, mail, RECIPIENT, "451 4.7.1")).isEqualTo("RECORDED");
        assertThat(connector.failed(lease, mail, RECIPIENT, "451 4.7.1")).isEqualTo("ENDED");
        assertThat(connector.sent(lease, mail)).isEqualTo("ENDED");

        assertNextTry(2, 60, Duration.ZERO);
        assertThat(ledger().path("reason").asText()).isEqualTo("The mail server asked to try again later (451 4.7.1).");
        assertThat(connector.lease().path("mails")).as("before its time").isEmpty();
        Duration moved = Duration.ofSeconds(61);
        TestSupport.moveClock(moved);
        JsonNode second = connector.lease();
        assertThat(connector.failed(second, mailTo(contact.email(), second), "CONTENT", "452 4.3.1"))
                .isEqualTo("RECORDED");
        assertNextTry(3, 120, moved);

        TestSupport.moveClock(Duration.ofHours(25));
        assertThat(connector.lease().path("mails")).isEmpty();
        assertThat(ledger().path("state").asText()).as("after a day").isEqualTo("FAILED");
        assertCount(1, MAILS, INVITATION, "outcome=\"failed\"");
    }

    @Test
    @Tag("D7")
    @Tag("X3")
    void refusedAddressFailsAtOnceAndStopsAutomatedMails() {
        Portal.ok(Portal.invite(contact));
        JsonNode lease = connector.lease();

        assertThat(connector.failed(lease, mailTo(contact.email(), lease), RECIPIENT, "550 5.1.1"))
                .isEqualTo("RECORDED");

        JsonNode entry = ledger();
        assertThat(entry.path("state").asText()).isEqualTo("FAILED");
        assertThat(entry.path("reason").asText()).isEqualTo("The mail server refused the address (550 5.1.1).");
        assertThat(entry.path("attempts").asInt()).isEqualTo(1);
        assertProblem(Notice.task("Annual report").to(contact), 409, "address-bounced");
        assertCount(1, MAILS, INVITATION, "outcome=\"failed\"");
    }

    @Test
    @Tag("D7")
    void refusedContentFailsAloneAndNotTheAddress() {
        Portal.ok(Portal.invite(contact));
        JsonNode lease = connector.lease();

        connector.failed(lease, mailTo(contact.email(), lease), "CONTENT", "554 5.7.1");

        assertThat(ledger().path("state").asText()).isEqualTo("FAILED");
        assertThat(Notice.task("Annual report").to(contact).status()).isEqualTo(202);
    }

    @Test
    @Tag("X3")
    void mailServerThatCannotBeReachedIsGivenARestAndTheMailsWaitUntried() {
        Contact other = Portal.newContact("birch-bakery");
        Portal.ok(Portal.invite(contact));
        Portal.ok(Portal.invite(other));
        JsonNode lease = connector.lease();

        Answer told = connector.report(
                lease.path("lease").asText(),
                List.of(
                        outcome(mailTo(contact.email(), lease), Map.of("outcome", "FAILED", "step", "CONNECTION")),
                        outcome(mailTo(other.email(), lease), Map.of("outcome", "UNTRIED"))));

        assertThat(Connector.results(told)).containsOnly("RECORDED");
        assertThat(connector.lease().path("mails")).as("a rest").isEmpty();
        for (Contact each : List.of(contact, other)) {
            assertThat(Facts.waitingMails(each)).singleElement().satisfies(mail -> {
                assertThat(mail.path("reason").asText()).contains("cannot be reached");
                assertThat(mail.path("attempts").asInt()).isZero();
            });
        }
        TestSupport.moveClock(Duration.ofSeconds(3));
        assertThat(connector.lease().path("mails").findValuesAsText("to"))
                .containsExactly(contact.email(), other.email());
    }

    @Test
    void contactWhoIsBlockedMeanwhileIsNotInTheLease() {
        Portal.ok(Portal.invite(contact));
        Portal.ok(Portal.mia().post(contact.path() + "/block"));

        assertThat(connector.lease().path("mails").findValuesAsText("to")).doesNotContain(contact.email());
        assertThat(Facts.waitingMails(contact)).isEmpty();
    }

    @Test
    @Tag("D7")
    void mailThatComesBackFailsInTheLedgerOnceAndStopsAutomatedMails() {
        JsonNode mail = deliver();
        String messageId = mail.path("messageId").asText();

        assertThat(connector.bounced(messageId, "5.1.1")).isEqualTo("RECORDED");
        JsonNode entry = ledger();
        assertThat(connector.bounced(messageId, "5.7.1")).isEqualTo("ENDED");

        assertThat(entry.path("state").asText()).isEqualTo("FAILED");
        assertThat(entry.path("reason").asText()).isEqualTo("The mail came back: the address was refused (5.1.1).");
        assertThat(entry.hasNonNull("sentAt")).as("that it was taken stays").isTrue();
        assertThat(ledger()).isEqualTo(entry);
        assertProblem(Notice.task("Annual report").to(contact), 409, "address-bounced");
        JsonNode reasons =
                Portal.ok(Portal.mia().get(contact.path() + "/diagnosis")).json();
        assertThat(reasons.toString()).contains("address_bounced");
        assertThat(event("mails/" + mail.path("id").asText())
                        .path("details")
                        .path("bounced")
                        .asText())
                .isEqualTo("5.1.1");
        assertCount(1, MAILS, INVITATION, "outcome=\"bounced\"");
        TestSupport.moveClock(Duration.ofSeconds(61));
        deliver();
        assertThat(Notice.task("Annual report").to(contact).status())
                .as("a mail that is taken ends it")
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.7.1", "4.4.7"})
    @Tag("D7")
    void mailThatComesBackForAnotherReasonLeavesTheAddressAlone(String status) {
        assertThat(connector.bounced(deliver().path("messageId").asText(), status))
                .isEqualTo("RECORDED");

        assertThat(ledger().path("state").asText()).isEqualTo("FAILED");
        assertThat(Notice.task("Annual report").to(contact).status()).isEqualTo(202);
    }

    @Test
    @Tag("D7")
    void whatIsNoMailOfTheFirmsCannotComeBack() {
        JsonNode mail = deliver();
        TestFirm other = TestFirm.create();
        try {
            Portal.ok(other.save(Map.of("domain", "other-" + UUID.randomUUID() + ".example")));
            for (String messageId : List.of(
                    "<somebody.else@client.example>",
                    mail.path("id").asText(),
                    "<" + UUID.randomUUID() + ".1@portal.northwind.example>",
                    "x")) {
                assertThat(connector.bounced(messageId, "5.1.1")).as(messageId).isEqualTo("NOT_FOUND");
            }
            assertThat(ledger().path("state").asText()).isEqualTo("SENT");
        } finally {
            other.remove();
        }
    }

    @Test
    @Tag("B9")
    void invitationThatTookMoreThanFiveMinutesLeavesAnAdminEventAndTheQueueShowsItsAge() {
        Portal.ok(Portal.invite(contact));
        TestSupport.moveClock(Duration.ofSeconds(310));
        TestSupport.runTimer("client-portal-mail-queue");
        assertThat(Metrics.now().of("client_portal_mails_waiting")).isEqualTo(1);
        assertThat(Metrics.now().of("client_portal_mails_oldest_seconds")).isBetween(310.0, 400.0);

        JsonNode mail = deliver(connector.lease());

        assertThat(event("mails/" + mail.path("id").asText())
                        .path("details")
                        .path("delivery_seconds")
                        .asInt())
                .isBetween(310, 400);
    }

    /** Invites the contact, and says that the mail was taken. */
    private JsonNode deliver() {
        Portal.ok(Portal.invite(contact));
        return deliver(connector.lease());
    }

    private JsonNode deliver(JsonNode lease) {
        JsonNode mail = mailTo(contact.email(), lease);
        assertThat(connector.sent(lease, mail)).isEqualTo("RECORDED");
        return mail;
    }

    private void assertNextTry(int number, int seconds, Duration moved) {
        JsonNode row = Facts.waitingMails(contact).get(0);
        assertThat(row.path("attempts").asInt()).isEqualTo(number - 1);
        assertThat(row.path("due_at").asLong() - System.currentTimeMillis() - moved.toMillis())
                .as("the pause before try " + number)
                .isBetween((seconds - 15) * 1000L, seconds * 1000L);
    }

    private void assertCount(int more, String name, String... labels) {
        assertThat(Metrics.now().of(name, labels) - before.of(name, labels))
                .as(name + " " + String.join(" ", labels))
                .isEqualTo(more);
    }

    private JsonNode ledger() {
        return Facts.ledger(contact).get(0);
    }

    private static JsonNode event(String path) {
        return Facts.list(Portal.ok(Portal.mia()
                                .get("/admin/realms/northwind/admin-events?max=10&resourcePath=client-portal/" + path))
                        .json())
                .stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("No event " + path));
    }

    /** The first in the text part. */
    private static String link(JsonNode mail) {
        var matcher = java.util.regex.Pattern.compile("https?://\\S+/client-portal/link/\\S+")
                .matcher(mail.path("text").asText());
        if (!matcher.find()) throw new AssertionError("No link in " + mail);
        return matcher.group();
    }
}
