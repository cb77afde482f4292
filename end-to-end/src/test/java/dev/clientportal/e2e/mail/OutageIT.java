package dev.clientportal.e2e.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Queue;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import dev.clientportal.stack.MailServer;
import dev.clientportal.stack.ReceivedMail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The mail server is down while everything is asked for, and comes back. */
@ExtendWith(Stack.class)
class OutageIT {
    private static final int PAIRS = 6;
    private static final String UNREACHABLE = "The mail server cannot be reached or refused the connection.";
    /** More than the pause between two mails to one address, and than the longest rest of the mail server. */
    private static final Duration STEP = Duration.ofSeconds(61);

    private final List<Contact> invited = new ArrayList<>();
    private final List<Contact> asking = new ArrayList<>();
    private MailServer mailServer;
    private Duration moved = Duration.ZERO;

    @BeforeEach
    void openPortal() {
        Portal.open();
        mailServer = Stack.local().mailServer();
        Queue.awaitNothingDue();
        for (int i = 0; i < PAIRS; i++) {
            invited.add(Portal.newContact("birch-bakery"));
            asking.add(Portal.newContact("cedar-cycles"));
        }
    }

    @AfterEach
    void end() {
        mailServer.start();
        try {
            lookAgainLater();
            everybody().forEach(contact -> await().untilAsserted(
                            () -> assertThat(Facts.waitingMails(contact)).isEmpty()));
        } finally {
            TestSupport.resetClock();
        }
    }

    @Test
    @Tag("B9")
    @Tag("X3")
    void mailsQueuedDuringAnOutageArriveOnceInTheOrderOfQueueing() {
        List<String> queued = new ArrayList<>();
        int waitedBefore = waiting().path("count").asInt();
        mailServer.stop();
        for (int i = 0; i < PAIRS; i++) {
            Portal.ok(Portal.invite(invited.get(i)));
            queued.add("invitation " + invited.get(i).email());
            new Visitor().ask(asking.get(i).email());
            queued.add("login " + asking.get(i).email());
        }
        Contact twice = invited.get(0);
        moveClock();
        new Visitor().ask(twice.email());
        queued.add("login " + twice.email());

        lookAgainLater();
        everybody().forEach(contact -> await("the reason for " + contact).untilAsserted(() -> {
            assertThat(Facts.waitingMails(contact)).isNotEmpty().allSatisfy(mail -> {
                assertThat(mail.path("reason").asText()).isEqualTo(UNREACHABLE);
                assertThat(mail.path("attempts").asInt())
                        .as("tries of a mail that no server has seen")
                        .isZero();
            });
        }));
        invited.forEach(contact -> {
            JsonNode entry = Facts.ledger(contact).get(0);
            assertThat(entry.path("state").asText()).isEqualTo("QUEUED");
            assertThat(entry.path("reason").asText()).isEqualTo(UNREACHABLE);
            assertThat(entry.hasNonNull("sentAt")).isFalse();
        });
        JsonNode queue = waiting();
        assertThat(queue.path("count").asInt()).isEqualTo(waitedBefore + queued.size());
        assertThat(queue.path("oldestSeconds").asLong()).isGreaterThanOrEqualTo(STEP.toSeconds());

        mailServer.start();
        lookAgainLater();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(arrived()).hasSizeGreaterThanOrEqualTo(queued.size()));
        assertThat(arrived()).containsExactlyElementsOf(queued);
        Set<String> notLater = new HashSet<>();
        invited.forEach(contact -> {
            JsonNode entry = Facts.ledger(contact).get(0);
            assertThat(entry.path("state").asText()).isEqualTo("SENT");
            assertThat(entry.path("attempts").asInt()).isEqualTo(1);
            assertThat(entry.hasNonNull("reason")).isFalse();
            assertThat(entry.path("sentAt").asLong() - entry.path("queuedAt").asLong())
                    .as("the outage shows")
                    .isGreaterThanOrEqualTo(STEP.multipliedBy(2).toMillis());
            notLater.add(entry.path("id").asText());
        });
        List<JsonNode> logins = mails("LOGIN");
        asking.forEach(contact -> assertThat(logins.stream()
                        .filter(mail -> mail.path("userId").asText().equals(contact.id())))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.path("state").asText()).isEqualTo("SENT");
                    assertThat(mail.path("attempts").asInt()).isEqualTo(1);
                }));
        assertThat(mails("INVITATION").stream().map(mail -> mail.path("id").asText()))
                .containsAll(notLater);
        Visitor visitor = new Visitor();
        visitor.use(Mailbox.link(mailServer.receivedBy(invited.get(1).email()).get(0)));
        assertThat(visitor.isSignedIn()).as("the late link works").isTrue();

        // What would be sent a second time would be sent before a mail that is queued now.
        lookAgainLater();
        Contact last = Portal.newContact("birch-bakery");
        Visitor.invitation(last);
        assertThat(arrived()).containsExactlyElementsOf(queued);
    }

    private Stream<Contact> everybody() {
        return Stream.concat(invited.stream(), asking.stream());
    }

    private List<String> arrived() {
        Set<String> ours = new HashSet<>(everybody().map(Contact::email).toList());
        return mailServer.received().stream()
                .filter(mail -> ours.contains(mail.recipient()))
                .map(mail -> kind(mail) + " " + mail.recipient())
                .toList();
    }

    private static String kind(ReceivedMail mail) {
        return Mailbox.hasCode(mail) ? "login" : "invitation";
    }

    private static JsonNode waiting() {
        return Portal.ok(Portal.mia().get(Portal.ADMIN + "/mails/waiting")).json();
    }

    private static List<JsonNode> mails(String kind) {
        return Facts.list(Portal.ok(Portal.mia().get(Portal.ADMIN + "/mails?max=100&kind=" + kind))
                .json()
                .path("items"));
    }

    private void moveClock() {
        moved = moved.plus(STEP);
        TestSupport.moveClock(moved);
    }

    /** When the mail server's rest is over. */
    private void lookAgainLater() {
        moveClock();
        TestSupport.runTimer("client-portal-mail");
    }
}
