package dev.clientportal.e2e.mail;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Queue;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import dev.clientportal.stack.MailServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mails that other systems ask for, when the mail server says no or the door closes before they are sent. */
@ExtendWith(Stack.class)
@Tag("B14")
class NoticeFailureIT {
    private static final String FOR_GOOD = "550 5.1.1 No such user";

    private MailServer mailServer;
    private Contact contact;
    private String laterAddress;
    private Duration moved = Duration.ZERO;

    @BeforeEach
    void openPortal() {
        Portal.open();
        mailServer = Stack.local().mailServer();
        contact = Portal.addContactTo(Portal.newCompany(), "unlucky." + UUID.randomUUID() + "@client.example");
        laterAddress = "lucky." + UUID.randomUUID() + "@client.example";
    }

    @AfterEach
    void takeEverythingAgain() {
        mailServer.accept(contact.email());
        mailServer.start();
        TestSupport.resetClock();
    }

    @Test
    @Tag("D7")
    void refusedAddressGetsNoMoreUntilItChanges() {
        String failed = refused(Notice.task("First"));
        assertThat(diagnosis()).contains("address_bounced");
        int before = mails();

        assertProblem(Notice.task("Second").to(contact), 409, "address-bounced");

        assertThat(mails()).isEqualTo(before);
        Portal.changeUser(contact, Map.of("email", laterAddress));
        assertThat(diagnosis()).doesNotContain("address_bounced");
        Mailbox mailbox = Mailbox.of(laterAddress);
        Notice.task("Third").queuedFor(contact);
        assertThat(mailbox.next().text()).contains("Third");
        Portal.changeUser(contact, Map.of("email", contact.email()));
        assertProblem(Notice.task("Fourth").to(contact), 409, "address-bounced");
        assertThat(Notice.mail(failed).path("reason").asText()).isEqualTo("The mail server refused the address.");
    }

    @Test
    @Tag("B9")
    @Tag("D7")
    void mailWhoseContentIsRefusedSaysNothingAboutTheAddress() {
        mailServer.refuseContent(contact.email(), "554 5.7.1 Looks like spam");
        String id = Notice.task("Win a prize").queuedFor(contact).path("id").asText();

        JsonNode mail = awaitState(id, "FAILED");

        assertThat(mail.path("reason").asText()).isEqualTo("The mail server refused this mail, not the address.");
        assertThat(diagnosis()).doesNotContain("address_bounced");
        mailServer.accept(contact.email());
        Mailbox mailbox = Mailbox.of(contact.email());
        Notice.task("Tax papers").queuedFor(contact);
        assertThat(mailbox.next().text()).contains("Tax papers");
    }

    @Test
    @Tag("D7")
    void mailThatIsTakenMakesTheRefusalVoid() {
        refused(Notice.task("First"));
        mailServer.accept(contact.email());

        String invitation = Visitor.invitation(contact);
        await().until(() -> !diagnosis().contains("address_bounced"));

        assertThat(Notice.task("Second").to(contact).status()).isEqualTo(202);
        assertThat(invitation).isNotEmpty();
    }

    @Test
    @Tag("D7")
    void mailsThatWaitBehindARefusedOneAreCancelled() {
        String[] ids = queuedBehindAStoppedServer("First", "Second");
        mailServer.refuse(contact.email(), FOR_GOOD);

        goOn();

        awaitState(ids[0], "FAILED");
        assertThat(awaitState(ids[1], "CANCELLED").path("reason").asText()).isEqualTo("address_bounced");
    }

    @Test
    @Tag("S11")
    void contactWhoIsBlockedBeforeTheMailIsSentDoesNotGetIt() {
        String id = queuedBehindAStoppedServer("Too late")[0];
        Portal.ok(Portal.mia().post(contact.path() + "/block"));

        goOn();

        JsonNode mail = awaitState(id, "CANCELLED");
        assertThat(mail.path("reason").asText()).isEqualTo("contact_blocked");
        assertThat(mailServer.receivedBy(contact.email())).isEmpty();
        assertThat(Facts.liveLinks(contact)).isEmpty();
        assertThat(row(id).hasNonNull("title")).as("its words").isFalse();
        assertProblem(retry(id), 409, "mail-not-failed");
    }

    @Test
    void contactWhoAcceptsBeforeTheMailIsSentGetsTheBareTarget() {
        String invitation = Visitor.invitation(contact);
        letTheServerRest();
        String id = Notice.task("Meanwhile").queuedFor(contact).path("id").asText();
        assertThat(Notice.mail(id).path("link").asText()).isEqualTo("INVITATION");
        Visitor visitor = new Visitor();
        visitor.use(invitation);
        assertThat(visitor.isSignedIn()).isTrue();
        Mailbox mailbox = Mailbox.of(contact.email());

        goOn();

        assertThat(Mailbox.link(mailbox.next())).isEqualTo(Notice.TARGET);
        assertThat(awaitState(id, "SENT").path("link").asText()).isEqualTo("TARGET");
        assertThat(Facts.ledger(contact)).as("invitations").hasSize(1);
    }

    @Test
    void failedMailIsSentAnewOnce() {
        Notice notice = Notice.task("Tax papers").with("externalId", "papers").with("text", "By Friday.");
        String failed = refused(notice);
        assertThat(notice.to(contact).json().path("id").asText()).isEqualTo(failed);
        mailServer.accept(contact.email());
        Mailbox mailbox = Mailbox.of(contact.email());

        JsonNode mail = Portal.ok(retry(failed)).json();

        assertThat(mail.path("kind").asText()).isEqualTo("TASK_ASSIGNED");
        var received = mailbox.next();
        assertThat(received.text()).contains("Tax papers", "By Friday.");
        assertProblem(retry(failed), 409, "mail-not-failed");
        Answer again = notice.to(contact);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("id")).isEqualTo(mail.path("id"));
        awaitState(mail.path("id").asText(), "SENT");
        assertProblem(retry(mail.path("id").asText()), 409, "mail-not-failed");
        Visitor visitor = new Visitor();
        visitor.use(Mailbox.link(received));
        assertThat(visitor.isSignedIn()).isTrue();
    }

    /** Sends it to an address that is refused for good. */
    private String refused(Notice notice) {
        mailServer.refuse(contact.email(), FOR_GOOD);
        String id = notice.queuedFor(contact).path("id").asText();
        awaitState(id, "FAILED");
        return id;
    }

    /** Waits until the first of them was tried: what a test does next is not to race it. */
    private String[] queuedBehindAStoppedServer(String... titles) {
        return queuedBehindAStoppedServer(contact, titles);
    }

    private String[] queuedBehindAStoppedServer(Contact recipient, String... titles) {
        Queue.awaitNothingDue();
        mailServer.stop();
        String[] ids = new String[titles.length];
        for (int i = 0; i < titles.length; i++) {
            ids[i] = Notice.task(titles[i]).queuedFor(recipient).path("id").asText();
        }
        await().until(() -> Notice.mail(ids[0]).path("reason").asText().contains("cannot be reached"));
        return ids;
    }

    /** After so many failures, mails of the firm wait untried for half a minute. */
    private void letTheServerRest() {
        queuedBehindAStoppedServer(
                Portal.addContactTo(contact.companyId(), "first." + UUID.randomUUID() + "@client.example"), "First");
        for (int failures = 2; failures <= 5; failures++) {
            int wanted = failures;
            lookAgain();
            await().until(() -> failures() >= wanted);
        }
    }

    private static int failures() {
        return TestSupport.select("SELECT MAIL_FAILURES FROM CP_FIRM WHERE DOMAIN = 'portal.northwind.example'")
                .path(0)
                .path("mail_failures")
                .asInt();
    }

    private void goOn() {
        mailServer.start();
        lookAgain();
    }

    private void lookAgain() {
        moved = moved.plusSeconds(70);
        TestSupport.moveClock(moved);
        TestSupport.runTimer("client-portal-mail");
    }

    private static Answer retry(String mail) {
        return Portal.mia().post(Portal.ADMIN + "/mails/" + mail + "/retry");
    }

    private static JsonNode awaitState(String id, String state) {
        return await(state).atMost(Duration.ofSeconds(20)).until(() -> Notice.mail(id), mail -> mail.path("state")
                .asText()
                .equals(state));
    }

    private static JsonNode row(String id) {
        return TestSupport.select("SELECT * FROM CP_MAIL WHERE ID = '" + id + "'")
                .path(0);
    }

    private int mails() {
        return TestSupport.select("SELECT ID FROM CP_MAIL WHERE USER_ID = '" + contact.id() + "'")
                .size();
    }

    private List<String> diagnosis() {
        return Portal.ok(Portal.mia().get(contact.path() + "/diagnosis"))
                .json()
                .path("findings")
                .findValuesAsText("code");
    }
}
