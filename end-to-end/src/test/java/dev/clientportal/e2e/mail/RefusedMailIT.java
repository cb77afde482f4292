package dev.clientportal.e2e.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.ProblemAssert;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import dev.clientportal.stack.MailServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The mail server says no to one recipient, and the others do not notice; or it is slow, and staff notice. */
@ExtendWith(Stack.class)
class RefusedMailIT {
    private static final String FOR_GOOD = "550 5.1.1 No such user";
    private static final String FOR_NOW = "451 4.7.1 Greylisted, try again later";
    private static final String REFUSED = "The mail server refused the address.";
    private static final String LATER = "The mail server asked to try again later.";

    private MailServer mailServer;
    private Contact contact;
    private Duration moved = Duration.ZERO;

    @BeforeEach
    void openPortal() {
        Portal.open();
        mailServer = Stack.local().mailServer();
        contact = Portal.newContact("birch-bakery");
    }

    @AfterEach
    void takeEverythingAgain() {
        mailServer.accept(contact.email());
        mailServer.start();
        TestSupport.resetClock();
    }

    @Test
    @Tag("X3")
    void addressThatIsRefusedForGoodFailsAtOnceWithTheReason() {
        mailServer.refuse(contact.email(), FOR_GOOD);
        Portal.ok(Portal.invite(contact));

        JsonNode entry = awaitState("FAILED");
        assertThat(entry.path("reason").asText()).isEqualTo(REFUSED);
        assertThat(entry.path("attempts").asInt()).isEqualTo(1);
        assertThat(entry.hasNonNull("sentAt")).isFalse();
        JsonNode mail = mail(entry);
        assertThat(mail.path("state").asText()).isEqualTo("FAILED");
        assertThat(mail.path("reason").asText()).isEqualTo(REFUSED);
        assertThat(mail.path("attempts").asInt()).isEqualTo(1);
        assertThat(mail.path("endedAt").asLong()).isPositive();

        mailServer.accept(contact.email());
        TestSupport.moveClock(Duration.ofHours(2));
        // What is still tried goes before a mail that is queued now.
        Visitor.invitation(Portal.newContact("birch-bakery"));
        assertThat(mailServer.receivedBy(contact.email())).as("it is over").isEmpty();
        assertThat(ledger().path("state").asText()).isEqualTo("FAILED");
    }

    @Test
    @Tag("B5")
    @Tag("X3")
    void failedInvitationIsSentAnewWhenStaffRetryIt() {
        mailServer.refuse(contact.email(), FOR_GOOD);
        Portal.ok(Portal.invite(contact));
        String failed = awaitState("FAILED").path("id").asText();
        mailServer.accept(contact.email());
        TestSupport.moveClock(Duration.ofSeconds(61));
        Mailbox mailbox = Mailbox.of(contact.email());

        String sent = Portal.ok(retry(failed)).json().path("id").asText();

        String link = Mailbox.link(mailbox.next());
        ProblemAssert.assertProblem(retry(failed), 409, "mail-not-failed");
        ProblemAssert.assertProblem(retry(sent), 409, "mail-not-failed");
        Visitor visitor = new Visitor();
        visitor.use(link);
        assertThat(visitor.isSignedIn()).isTrue();
        assertThat(Facts.ledger(contact).stream()
                        .map(entry -> entry.path("state").asText()))
                .containsExactly("ACCEPTED", "FAILED");
        ProblemAssert.assertProblem(retry(failed), 409, "mail-not-failed");
        assertThat(mailbox.unseen()).isEmpty();
    }

    private static Answer retry(String mail) {
        return Portal.mia().post(Portal.ADMIN + "/mails/" + mail + "/retry");
    }

    @Test
    void loginMailThatIsRefusedFailsAndItsPageTellsNothing() {
        mailServer.refuse(contact.email(), FOR_GOOD);

        assertThat(new Visitor().ask(contact.email()).document().select("#client-portal-code"))
                .isNotEmpty();

        JsonNode row = await().until(
                        this::lastMailRow, mail -> mail.path("state").asText().equals("FAILED"));
        assertThat(row.path("kind").asText()).isEqualTo("LOGIN");
        assertThat(row.path("reason").asText()).isEqualTo(REFUSED);
        assertThat(row.path("attempts").asInt()).isEqualTo(1);
        assertThat(row.hasNonNull("typed_address"))
                .as("the typed address, which has done its work")
                .isFalse();
    }

    @Test
    @Tag("X3")
    void addressThatIsRefusedForNowIsTriedAgainAfterGrowingPauses() {
        mailServer.refuse(contact.email(), FOR_NOW);
        Portal.ok(Portal.invite(contact));

        assertNextTry(2, 60);
        assertThat(ledger().path("state").asText()).isEqualTo("QUEUED");
        assertThat(ledger().path("reason").asText()).isEqualTo(LATER);
        // Others are not held up, and it is not tried before its time.
        Visitor.invitation(Portal.newContact("birch-bakery"));
        assertThat(ledger().path("attempts").asInt()).isEqualTo(1);
        lookAt(Duration.ofSeconds(61));
        assertNextTry(3, 120);
        lookAt(Duration.ofSeconds(61 + 121));
        assertNextTry(4, 240);

        mailServer.accept(contact.email());
        Mailbox mailbox = Mailbox.of(contact.email());
        lookAt(Duration.ofSeconds(61 + 121 + 241));
        String link = Mailbox.link(mailbox.next());

        JsonNode entry = awaitState("SENT");
        assertThat(entry.path("attempts").asInt()).isEqualTo(4);
        assertThat(entry.hasNonNull("reason")).isFalse();
        Visitor visitor = new Visitor();
        visitor.use(link);
        assertThat(visitor.isSignedIn()).isTrue();
        assertThat(mailServer.receivedBy(contact.email())).hasSize(1);
    }

    @Test
    @Tag("X3")
    void invitationThatIsRefusedForADayIsGivenUpWithTheReason() {
        mailServer.refuse(contact.email(), FOR_NOW);
        Portal.ok(Portal.invite(contact));
        assertNextTry(2, 60);
        lookAt(Duration.ofHours(24).minusMinutes(5));
        assertNextTry(3, 120);

        lookAt(Duration.ofHours(25));

        JsonNode entry = awaitState("FAILED");
        assertThat(entry.path("reason").asText()).isEqualTo(LATER);
        assertThat(entry.path("attempts").asInt())
                .as("the last look was no try")
                .isEqualTo(2);
        assertThat(mail(entry).path("state").asText()).isEqualTo("FAILED");
        assertThat(mailServer.receivedBy(contact.email())).isEmpty();
    }

    @Test
    @Tag("B9")
    void invitationThatTookMoreThanFiveMinutesLeavesAnAdminEvent() {
        Contact quick = Portal.newContact("birch-bakery");
        Visitor.invitation(quick);
        String quickOne = awaitState(quick, "SENT").path("id").asText();
        Contact accepted = Portal.newContact("birch-bakery");
        Visitor.invited(accepted);
        mailServer.stop();
        Portal.ok(Portal.invite(contact));
        Contact told = Portal.newContact("birch-bakery");
        String lateNotice =
                Notice.task("An invitation, too").queuedFor(told).path("id").asText();
        String lateReminder =
                Notice.task("No invitation").queuedFor(accepted).path("id").asText();
        await().until(() -> ledger().path("reason").asText().contains("cannot be reached"));
        Mailbox mailbox = Mailbox.of(contact.email());
        mailServer.start();

        lookAt(Duration.ofSeconds(301));
        mailbox.next();
        await().until(() -> Notice.mail(lateReminder).path("state").asText().equals("SENT"));

        String lateOne = awaitState("SENT").path("id").asText();
        List<JsonNode> events = slowEvents();
        assertThat(events)
                .filteredOn(event -> event.path("resourcePath").asText().endsWith(lateOne))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.path("operationType").asText()).isEqualTo("ACTION");
                    assertThat(event.path("details").path("delivery_seconds").asInt())
                            .isBetween(301, 400);
                    assertThat(event.toString()).doesNotContain(contact.email());
                });
        assertThat(events)
                .filteredOn(event -> event.path("resourcePath").asText().endsWith(lateNotice))
                .hasSize(1);
        assertThat(events)
                .noneMatch(event -> event.path("resourcePath").asText().endsWith(quickOne))
                .noneMatch(event -> event.path("resourcePath").asText().endsWith(lateReminder));
    }

    @Test
    @Tag("B9")
    void invitationThatTookFiveMinutesIsNotLate() {
        mailServer.stop();
        Portal.ok(Portal.invite(contact));
        await().until(() -> ledger().path("reason").asText().contains("cannot be reached"));
        Mailbox mailbox = Mailbox.of(contact.email());
        mailServer.start();

        lookAt(Duration.ofSeconds(270));
        mailbox.next();

        String id = awaitState("SENT").path("id").asText();
        assertThat(slowEvents())
                .noneMatch(event -> event.path("resourcePath").asText().endsWith(id));
    }

    private static List<JsonNode> slowEvents() {
        return Facts.list(Portal.ok(
                        Portal.mia()
                                .get(
                                        "/admin/realms/northwind/admin-events?max=100&operationTypes=ACTION&resourcePath=client-portal/mails/*"))
                .json());
    }

    /** Waits for the try before; the next one is due after so many seconds. */
    private void assertNextTry(int number, int seconds) {
        JsonNode row = await("try " + (number - 1))
                .until(this::lastMailRow, mail -> mail.path("attempts").asInt() == number - 1);
        long now = System.currentTimeMillis() + moved.toMillis();
        assertThat(row.path("due_at").asLong() - now)
                .as("the pause before try " + number)
                .isBetween((seconds - 15) * 1000L, seconds * 1000L);
    }

    private void lookAt(Duration clock) {
        moved = clock;
        TestSupport.moveClock(clock);
        TestSupport.runTimer("client-portal-mail");
    }

    private JsonNode awaitState(String state) {
        return awaitState(contact, state);
    }

    /** A mail that came is not a mail that was sent yet: the mail server still has to say so. */
    private static JsonNode awaitState(Contact contact, String state) {
        return await(state)
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> Facts.ledger(contact).get(0),
                        entry -> entry.path("state").asText().equals(state));
    }

    private JsonNode ledger() {
        return Facts.ledger(contact).get(0);
    }

    /** The entry's mail as the queue shows it. */
    private static JsonNode mail(JsonNode entry) {
        return Facts.list(Portal.ok(Portal.mia().get(Portal.ADMIN + "/mails?max=100&state=FAILED"))
                        .json()
                        .path("items"))
                .stream()
                .filter(mail -> mail.path("id").equals(entry.path("id")))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode lastMailRow() {
        return TestSupport.select("SELECT * FROM CP_MAIL WHERE USER_ID = '" + contact.id() + "' OR TYPED_ADDRESS = '"
                        + contact.email() + "' ORDER BY ID DESC")
                .path(0);
    }
}
