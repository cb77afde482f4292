package dev.clientportal.e2e.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import dev.clientportal.stack.ReceivedMail;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators see at Keycloak's own metrics endpoint. Counters are compared with what they were before. */
@ExtendWith(Stack.class)
class MetricsIT {
    private static final String MAILS = "client_portal_mails_total";
    private static final String LOGINS = "client_portal_logins_total";
    private static final String DENIALS = "client_portal_denials_total";
    private static final String INVITATION = "kind=\"invitation\"";
    private static final String LOGIN = "kind=\"login\"";
    private static final String LINK = "way=\"link\"";
    private static final String CODE = "way=\"code\"";

    private MailServer mailServer;
    private Contact contact;
    private Metrics before;

    @BeforeEach
    void openPortal() {
        Portal.open();
        mailServer = Stack.local().mailServer();
        contact = Portal.newContact("birch-bakery");
        before = Metrics.now();
    }

    @AfterEach
    void takeEverythingAgain() {
        mailServer.accept(contact.email());
        mailServer.start();
        await().until(() -> Facts.waitingMails(contact).isEmpty());
        TestSupport.resetClock();
    }

    @Test
    @Tag("B9")
    void mailsAreCountedByKindAndOutcomeWithTheTimeTheyTook() {
        Visitor.invitation(contact);
        awaitCount(1, MAILS, INVITATION, outcome("sent"));
        awaitCount(1, "client_portal_mail_delivery_seconds_count", INVITATION);
        assertThat(Metrics.now().of("client_portal_mail_delivery_seconds_sum", INVITATION))
                .isGreaterThan(before.of("client_portal_mail_delivery_seconds_sum", INVITATION));

        Contact other = Portal.newContact("birch-bakery");
        new Visitor().askedMail(other.email());
        awaitCount(1, MAILS, LOGIN, outcome("sent"));
        new Visitor().ask("nobody." + System.nanoTime() + "@client.example");
        awaitCount(1, MAILS, LOGIN, outcome("not_for_a_contact"));

        Contact refused = Portal.newContact("birch-bakery");
        mailServer.refuse(refused.email(), "550 5.1.1 No such user");
        Portal.ok(Portal.invite(refused));
        awaitCount(1, MAILS, INVITATION, outcome("failed"));
        mailServer.accept(refused.email());

        Contact blocked = Portal.newContact("birch-bakery");
        mailServer.stop();
        Portal.ok(Portal.invite(blocked));
        await().until(() -> wasTried(blocked)); // else it may be on its way already when the server is back
        Portal.ok(Portal.mia().post(blocked.path() + "/block"));
        mailServer.start();
        TestSupport.moveClock(Duration.ofMinutes(2));
        TestSupport.runTimer("client-portal-mail");
        awaitCount(1, MAILS, INVITATION, outcome("cancelled"));
        assertCount(1, MAILS, INVITATION, outcome("sent"));
        assertCount(1, MAILS, LOGIN, outcome("sent"));
    }

    @Test
    @Tag("B9")
    void queueShowsItsLengthAndAge() {
        Queue.awaitNothingDue();
        mailServer.stop();
        Portal.ok(Portal.invite(contact));
        TestSupport.moveClock(Duration.ofMinutes(6));
        TestSupport.runTimer("client-portal-mail-queue");

        assertThat(Metrics.now().of("client_portal_mails_waiting")).isEqualTo(1);
        assertThat(Metrics.now().of("client_portal_mails_oldest_seconds")).isBetween(360.0, 420.0);

        mailServer.start();
        TestSupport.moveClock(Duration.ofMinutes(8));
        TestSupport.runTimer("client-portal-mail");
        await().until(() -> Facts.waitingMails(contact).isEmpty());
        TestSupport.runTimer("client-portal-mail-queue");
        assertThat(Metrics.now().of("client_portal_mails_waiting")).isZero();
        assertThat(Metrics.now().of("client_portal_mails_oldest_seconds")).isZero();
    }

    @Test
    @Tag("B2")
    @Tag("B3")
    void loginsAndDenialsAreCountedByReason() {
        String link = Visitor.invitation(contact);
        new Visitor().use(link);
        assertCount(1, LOGINS, LINK, outcome("success"));
        assertCount(0, DENIALS);
        new Visitor().open(link);
        assertCount(1, LOGINS, LINK, outcome("link_used"));
        assertCount(1, DENIALS, reason("link_used"));

        Contact typing = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(typing.email());
        Visitor visitor = new Visitor();
        Answer sent = visitor.ask(typing.email());
        String code = Mailbox.code(mailbox.next());
        Answer again = visitor.code(sent, code.startsWith("1") ? "222222" : "111111");
        assertCount(1, LOGINS, CODE, outcome("wrong_code"));
        visitor.code(again, code);
        assertCount(1, LOGINS, CODE, outcome("success"));

        Contact disabled = Portal.newContact("birch-bakery");
        String outstanding = Visitor.invitation(disabled);
        Portal.ok(Portal.mia().post(disabled.path() + "/disable"));
        new Visitor().open(outstanding);
        assertCount(1, DENIALS, reason("contact_not_enabled"));
        new Visitor().ask(disabled.email()); // a minute has not passed since the invitation
        assertCount(1, DENIALS, reason("too_many"));
        assertCount(3, DENIALS);
        assertCount(1, LOGINS, LINK, outcome("success"));
    }

    @Test
    @Tag("S15")
    void nothingAboutAPersonStandsInTheMetrics() {
        Visitor visitor = new Visitor();
        ReceivedMail mail = visitor.askedMail(contact.email());
        visitor.use(Mailbox.link(mail));
        assertThat(visitor.isSignedIn()).isTrue();

        assertThat(Metrics.now().samples()).isNotEmpty().allSatisfy(sample -> assertThat(sample)
                .doesNotContain("@", contact.id(), contact.companyId(), Mailbox.code(mail))
                .doesNotContain(Mailbox.link(mail).replaceAll(".*/", "")));
    }

    private static boolean wasTried(Contact contact) {
        return Facts.waitingMails(contact).stream().anyMatch(mail -> mail.hasNonNull("reason"));
    }

    private void awaitCount(int more, String name, String... labels) {
        await().untilAsserted(() -> assertCount(more, name, labels));
    }

    private void assertCount(int more, String name, String... labels) {
        assertThat(Metrics.now().of(name, labels) - before.of(name, labels))
                .as(name + " " + String.join(" ", labels))
                .isEqualTo(more);
    }

    private static String outcome(String outcome) {
        return "outcome=\"" + outcome + "\"";
    }

    private static String reason(String reason) {
        return "reason=\"" + reason + "\"";
    }
}
