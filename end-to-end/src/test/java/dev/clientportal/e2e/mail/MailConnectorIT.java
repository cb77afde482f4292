package dev.clientportal.e2e.mail;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import dev.clientportal.stack.MailServer;
import dev.clientportal.stack.ReceivedMail;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails leave by the connectors, and what comes back is read by them: the whole way, with real servers. */
class MailConnectorIT {
    private static final BounceMailbox BOUNCES = new BounceMailbox();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Longer than any lease of the connectors. */
    private static final Duration LEASES_OVER = Duration.ofSeconds(305);

    @RegisterExtension
    static final OwnStack STACK = OwnStack.toBreakWithMailConnectors(BOUNCES.options());

    private MailServer mailServer;
    private Contact contact;

    @BeforeEach
    void openPortal() {
        Portal.open();
        mailServer = STACK.local().mailServer();
        contact = Portal.newContact("birch-bakery");
    }

    @AfterEach
    void takeEverythingAgain() {
        mailServer.accept(contact.email());
        mailServer.deliveryDelay(Duration.ZERO);
        mailServer.start();
        TestSupport.resetClock();
    }

    @AfterAll
    static void close() {
        BOUNCES.close();
    }

    @Test
    @Tag("B9")
    @Tag("D6")
    @Tag("S15")
    void invitationComesFromTheFirmAndItsLinkWorks() throws IOException {
        Mailbox mailbox = Mailbox.of(contact.email());
        Portal.ok(Portal.invite(contact));

        ReceivedMail mail = mailbox.next();

        JsonNode entry = awaitState(contact, "SENT");
        assertThat(mail.from()).isEqualTo("Northwind Accounting <portal@northwind.example>");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("Message-ID"))
                .startsWith("<" + entry.path("id").asText() + ".")
                .endsWith("@portal.northwind.example>");
        assertThat(mail.header("Content-Type")).startsWith("multipart/alternative");
        assertThat(mail.html()).contains(Mailbox.link(mail));
        assertThat(entry.path("attempts").asInt()).isEqualTo(1);
        Visitor visitor = new Visitor();
        visitor.use(Mailbox.link(mail));
        assertThat(visitor.isSignedIn()).isTrue();
        assertThat(Files.readString(STACK.local().connectorsLog()))
                .doesNotContain(contact.email(), "/client-portal/link/", "&bounces)");
    }

    @Test
    void loginMailLeavesTheSameWay() {
        Visitor visitor = new Visitor();
        ReceivedMail mail = visitor.askedMail(contact.email());

        visitor.use(Mailbox.link(mail));

        assertThat(visitor.isSignedIn()).isTrue();
    }

    @Test
    @Tag("X3")
    void addressThatIsRefusedForNowIsTriedAgain() {
        mailServer.refuse(contact.email(), "451 4.7.1 Greylisted <" + contact.email() + ">");
        Mailbox mailbox = Mailbox.of(contact.email());
        Portal.ok(Portal.invite(contact));
        JsonNode waiting = awaitReason(contact, "The mail server asked to try again later (451 4.7.1).");
        assertThat(waiting.path("attempts").asInt()).isEqualTo(1);
        mailServer.accept(contact.email());

        TestSupport.moveClock(Duration.ofSeconds(61));

        mailbox.next();
        assertThat(awaitState(contact, "SENT").path("attempts").asInt()).isEqualTo(2);
    }

    @Test
    @Tag("D7")
    @Tag("X3")
    void addressThatIsRefusedForGoodFailsAtOnce() {
        mailServer.refuse(contact.email(), "550 5.1.1 <" + contact.email() + "> unknown");
        Portal.ok(Portal.invite(contact));

        JsonNode entry = awaitState(contact, "FAILED");

        assertThat(entry.path("reason").asText()).isEqualTo("The mail server refused the address (550 5.1.1).");
        assertProblem(Notice.task("Annual report").to(contact), 409, "address-bounced");
    }

    @Test
    @Tag("D7")
    void contentThatIsRefusedFailsAlone() {
        mailServer.refuseContent(contact.email(), "554 5.7.1 Looks like spam");
        Portal.ok(Portal.invite(contact));

        assertThat(awaitState(contact, "FAILED").path("reason").asText())
                .isEqualTo("The mail server refused this mail, not the address (554 5.7.1).");
        assertThat(Notice.task("Annual report").to(contact).status()).isEqualTo(202);
    }

    @Test
    @Tag("B9")
    @Tag("X3")
    void mailsQueuedWhileTheMailServerIsDownArriveOnceAfterwards() {
        List<Contact> contacts = newContacts(5);
        mailServer.stop();
        contacts.forEach(each -> Portal.ok(Portal.invite(each)));
        contacts.forEach(each -> awaitReason(each, "The mail server cannot be reached or refused the connection."));

        mailServer.start();
        TestSupport.moveClock(Duration.ofSeconds(61));

        contacts.forEach(each -> {
            assertThat(awaitState(each, "SENT").path("attempts").asInt()).isEqualTo(1);
            assertThat(mailServer.receivedBy(each.email())).hasSize(1);
        });
    }

    @Test
    @Tag("S3")
    @Tag("X3")
    void killedConnectorsSendEachMailOnceOrTwiceAndTheLedgerTellsWhich() {
        List<Contact> contacts = newContacts(60);
        mailServer.deliveryDelay(Duration.ofMillis(60));
        contacts.forEach(each -> Portal.ok(Portal.invite(each)));
        await().atMost(PATIENCE).until(() -> received(contacts) >= 12);

        STACK.local().killConnectors();

        assertThat(received(contacts)).as("it was in the middle").isLessThan(60);
        mailServer.deliveryDelay(Duration.ZERO);
        TestSupport.moveClock(LEASES_OVER);
        STACK.local().restartConnectors();
        int twice = 0;
        for (Contact each : contacts) {
            JsonNode entry = awaitState(each, "SENT");
            List<ReceivedMail> mails = mailServer.receivedBy(each.email());
            assertThat(mails).hasSizeBetween(1, 2);
            if (mails.size() == 2) {
                twice++;
                assertThat(entry.path("attempts").asInt()).as("the ledger").isEqualTo(2);
                assertThat(mails.get(0).header("Message-ID"))
                        .isNotEqualTo(mails.get(1).header("Message-ID"));
                Visitor visitor = new Visitor();
                visitor.use(Mailbox.link(mails.get(1)));
                assertThat(visitor.isSignedIn()).as("the newer link").isTrue();
            }
        }
        assertThat(twice).as("what was sent and not told yet").isLessThan(40);
    }

    @Test
    @Tag("S3")
    void connectorsThatAreStoppedGiveBackWhatTheyHaveNotTried() {
        List<Contact> contacts = newContacts(60);
        mailServer.deliveryDelay(Duration.ofMillis(60));
        contacts.forEach(each -> Portal.ok(Portal.invite(each)));
        await().atMost(PATIENCE).until(() -> received(contacts) >= 6);

        STACK.local().restartConnectors();

        for (Contact each : contacts) {
            assertThat(awaitState(each, "SENT").path("attempts").asInt()).isEqualTo(1);
            assertThat(mailServer.receivedBy(each.email())).hasSize(1);
        }
    }

    @Test
    @Tag("S3")
    @Tag("X3")
    void whatWasSentIsToldWhenKeycloakIsBack() {
        List<Contact> contacts = newContacts(8);
        mailServer.deliveryDelay(Duration.ofMillis(1_500));
        contacts.forEach(each -> Portal.ok(Portal.invite(each)));
        // A lease whose answer was lost with Keycloak is over after minutes only: each has come if a mail of it was
        // sent.
        Map<String, List<Contact>> leases = new HashMap<>();
        await("all are with the connectors")
                .atMost(PATIENCE)
                .until(() -> isAllLeased(contacts, leases)
                        && leases.values().stream().allMatch(lease -> received(lease) > 0));
        assertThat(received(contacts)).as("it was in the middle").isLessThan(8);

        STACK.local().kill();
        STACK.local().restart();

        for (Contact each : contacts) {
            assertThat(awaitState(each, "SENT").path("attempts").asInt()).isEqualTo(1);
            assertThat(mailServer.receivedBy(each.email())).hasSize(1);
        }
    }

    @Test
    @Tag("D7")
    @Tag("S21")
    void reportOverImapIsShownInTheLedgerWhateverItsHeadersSay() {
        ReceivedMail mail = sent();
        String messageId = mail.header("Message-ID");

        BOUNCES.receive(Report.of(messageId, contact.email(), "failed", "5.1.1")
                .with("CamelBeanMethodName: hashCode")
                .with("camelbeanmethodname: hashCode")
                .with("CamelMailDelete: true")
                .with("CamelMailMoveTo: elsewhere")
                .source());

        JsonNode entry = awaitState(contact, "FAILED");
        assertThat(entry.path("reason").asText()).isEqualTo("The mail came back: the address was refused (5.1.1).");
        assertThat(entry.path("sentAt").asLong()).isPositive();
        assertProblem(Notice.task("Annual report").to(contact), 409, "address-bounced");
        await().until(() -> BOUNCES.unseen() == 0);
        assertThat(BOUNCES.all()).as("it is still there").isPositive();
    }

    @Test
    @Tag("D7")
    void reportWithTheHeadersAloneIsEnough() {
        BOUNCES.receive(Report.of(sent().header("Message-ID"), contact.email(), "failed", "5.7.1 (policy)")
                .withHeadersAlone()
                .source());

        assertThat(awaitState(contact, "FAILED").path("reason").asText())
                .isEqualTo("The mail came back: it was refused, not the address (5.7.1).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delayed", "relayed", "delivered"})
    @Tag("D7")
    void reportThatItDidNotFailChangesNothing(String action) {
        String messageId = sent().header("Message-ID");

        BOUNCES.receive(Report.of(messageId, contact.email(), action, "4.4.1").source());
        BOUNCES.receive("From: somebody@client.example\nSubject: Out of office\n\n" + messageId + "\n");
        BOUNCES.receive("Content-Type: multipart/report; report-type=delivery-status\n\nnothing of the kind\n");
        BOUNCES.receive("Content-Type: multipart/report; report-type=\"\n\n\n");

        await().atMost(PATIENCE).until(() -> BOUNCES.unseen() == 0);
        assertThat(Facts.ledger(contact).get(0).path("state").asText()).isEqualTo("SENT");
    }

    /** The mail of an invitation that was taken. */
    private ReceivedMail sent() {
        Mailbox mailbox = Mailbox.of(contact.email());
        Portal.ok(Portal.invite(contact));
        ReceivedMail mail = mailbox.next();
        awaitState(contact, "SENT");
        return mail;
    }

    private static List<Contact> newContacts(int count) {
        String company = Portal.newCompany();
        List<Contact> contacts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            contacts.add(Portal.addContactTo(company, "mail" + i + "." + System.nanoTime() + "@client.example"));
        }
        return contacts;
    }

    /** Whether no mail waits; adds whose mail is in which lease. */
    private static boolean isAllLeased(List<Contact> contacts, Map<String, List<Contact>> leases) {
        boolean all = true;
        for (JsonNode row : Facts.list(TestSupport.select(
                "SELECT USER_ID, LEASE_OWNER, LEASE_UNTIL, ADDRESS_HASH FROM CP_MAIL WHERE STATE = 'QUEUED'"))) {
            String lease = row.path("lease_owner").asText("");
            all &= row.path("lease_until").asLong() > 0 && row.hasNonNull("address_hash");
            contacts.stream()
                    .filter(each -> each.id().equals(row.path("user_id").asText()))
                    .forEach(each -> leases.computeIfAbsent(lease, id -> new ArrayList<>())
                            .add(each));
        }
        leases.remove("");
        return all;
    }

    private long received(List<Contact> contacts) {
        return contacts.stream()
                .filter(each -> !mailServer.receivedBy(each.email()).isEmpty())
                .count();
    }

    private static JsonNode awaitState(Contact contact, String state) {
        return await(state + " " + contact)
                .atMost(PATIENCE)
                .until(
                        () -> Facts.ledger(contact).get(0),
                        entry -> entry.path("state").asText().equals(state));
    }

    private static JsonNode awaitReason(Contact contact, String reason) {
        return await(reason).atMost(PATIENCE).until(() -> Facts.ledger(contact).get(0), entry -> entry.path("reason")
                .asText()
                .equals(reason));
    }
}
