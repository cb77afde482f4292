package dev.clientportal.e2e.login;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Queue;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.StaffMember;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How often: per address, per browser's network, per firm. The clock moves, nobody waits. */
@ExtendWith(Stack.class)
@Tag("S8")
class LimitsIT {
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int DAY = 24 * HOUR;
    private static final int STEP = 61;

    @BeforeEach
    void openPortal() {
        Portal.open();
    }

    @AfterEach
    void resetClock() {
        Queue.awaitNothingDue(); // else it would be due tomorrow
        TestSupport.resetClock();
    }

    @Test
    void thoseWhoMayLookAtTheFirmReadTheLimitsOfTheServer() {
        String limits = Portal.ADMIN + "/firm/limits";
        StaffMember viewer = StaffMember.create().with("view-realm");
        StaffMember other = StaffMember.create().with("manage-users", "manage-organizations");

        JsonNode read = Portal.ok(Portal.staff(viewer.name()).get(limits)).json();

        assertThat(read).hasSize(9);
        assertThat(read)
                .filteredOn(limit -> limit.path("name").asText().equals("bulkInvitationsPerHour"))
                .singleElement()
                .satisfies(limit -> {
                    assertThat(limit.path("value").asInt())
                            .as("as the server was started")
                            .isEqualTo(9000);
                    assertThat(limit.path("byDefault").asInt()).isEqualTo(10_000);
                    assertThat(limit.path("option").asText())
                            .isEqualTo("spi-client-portal-limits--database--bulk-invitations-per-hour");
                });
        assertThat(read)
                .filteredOn(limit -> limit.path("name").asText().equals("mailPauseSeconds"))
                .singleElement()
                .satisfies(limit -> assertThat(limit.path("value").asInt()).isEqualTo(MINUTE));
        assertProblem(Portal.staff(other.name()).get(limits), 403, "forbidden");
    }

    @Test
    void oneAddressGetsOneMailAMinute() {
        Contact contact = Portal.newContact("birch-bakery");
        Portal.ok(Portal.invite(contact));

        assertThat(secondsToWait(contact)).isBetween(1, MINUTE);
        moveClock(MINUTE - 10);
        assertThat(secondsToWait(contact)).isBetween(1, 10);
        moveClock(STEP);
        Portal.ok(Portal.invite(contact));
    }

    @Test
    void oneAddressGetsFiveMailsAnHourAndTenADay() {
        Contact contact = Portal.newContact("birch-bakery");
        for (int mail = 0; mail < 5; mail++) {
            moveClock(mail * STEP);
            Portal.ok(Portal.invite(contact));
        }
        moveClock(5 * STEP);
        assertThat(secondsToWait(contact)).isBetween(HOUR - 6 * STEP, HOUR - 4 * STEP);

        for (int mail = 0; mail < 5; mail++) {
            moveClock(HOUR + STEP + mail * STEP);
            Portal.ok(Portal.invite(contact));
        }
        moveClock(3 * HOUR);
        assertThat(secondsToWait(contact)).isBetween(DAY - 3 * HOUR - 2 * MINUTE, DAY - 3 * HOUR);
        moveClock(DAY + STEP);
        Portal.ok(Portal.invite(contact));
        assertThat(Facts.ledger(contact)).hasSize(11);
    }

    @Test
    void invitationsAndLoginMailsToAnAddressCountTogetherWhateverItsCase() {
        Contact contact = Portal.newContact("birch-bakery");
        Portal.ok(Portal.invite(contact));

        Answer page = new Visitor().ask(contact.email().toUpperCase(java.util.Locale.ROOT));

        assertThat(page.document().select("#ask-wait")).as("a visible wait").isNotEmpty();
        assertThat(Facts.waitingMails(contact).stream()
                        .filter(mail -> mail.path("kind").asText().equals("LOGIN")))
                .isEmpty();
    }

    @Test
    void pageShowsTheWaitBeforeAResend() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        Visitor visitor = new Visitor();
        Answer sent = visitor.ask(contact.email());
        mailbox.next();
        assertThat(sent.document().select("#resend-wait")).as("a visible wait").isNotEmpty();

        Answer tooEarly = visitor.resend(sent);
        assertThat(tooEarly.document().select("#resend-wait")).isNotEmpty();
        assertThat(mailbox.unseen()).isEmpty();

        moveClock(STEP);
        Answer again = visitor.resend(tooEarly);
        assertThat(again.document().select("#client-portal-code")).isNotEmpty();
        mailbox.next();
    }

    @Test
    void oneNetworkAsksForTwentyMailsAnHour() {
        String network = Http.anyIpAddress();
        for (int i = 0; i < 20; i++) {
            Answer sent = new Visitor(Http.from(network)).ask(stranger());
            assertThat(sent.document().select("#client-portal-code"))
                    .as("mail " + i)
                    .isNotEmpty();
        }
        String last = stranger();

        Answer refused = new Visitor(Http.from(network)).ask(last);
        assertThat(refused.document().select("#ask-wait")).as("a visible wait").isNotEmpty();
        assertThat(refused.document().select("#client-portal-code")).isEmpty();
        assertThat(TestSupport.select("SELECT ID FROM CP_MAIL WHERE TYPED_ADDRESS = '" + last + "'"))
                .isEmpty();

        Answer elsewhere = new Visitor().ask(last);
        assertThat(elsewhere.document().select("#client-portal-code"))
                .as("another network")
                .isNotEmpty();
        moveClock(HOUR - MINUTE);
        Answer notYet = new Visitor(Http.from(network)).ask(stranger());
        assertThat(notYet.document().select("#client-portal-code"))
                .as("before the hour is over")
                .isEmpty();
        moveClock(HOUR + 1);
        Answer later = new Visitor(Http.from(network)).ask(stranger());
        assertThat(later.document().select("#client-portal-code"))
                .as("an hour later")
                .isNotEmpty();
    }

    @Test
    void oneNetworkTriesTenLinksOrCodesAMinute() {
        String network = Http.anyIpAddress();
        Contact contact = Portal.newContact("birch-bakery");
        String link = Visitor.invitation(contact);
        Visitor eve = new Visitor(Http.from(network));
        Answer page = eve.open(link);
        new Visitor().use(link);
        for (int i = 0; i < 10; i++) {
            assertThat(eve.press(page).status()).as("try " + i).isEqualTo(410);
        }

        Answer refused = eve.press(page);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, MINUTE);
        assertThat(refused.document().select("#door-wait")).as("a visible wait").isNotEmpty();
        moveClock(MINUTE - 15);
        assertThat(eve.press(page).status()).as("before the minute is over").isEqualTo(429);
        moveClock(0);

        // Codes count in the same place.
        Contact other = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(other.email());
        Visitor colleague = new Visitor(Http.from(network));
        Answer sent = colleague.ask(other.email());
        String code = Mailbox.code(mailbox.next());
        Answer tooMany = colleague.code(sent, code);
        assertThat(colleague.isSignedIn()).isFalse();
        assertThat(tooMany.document().select("#code-error")).isNotEmpty();
        moveClock(STEP);
        colleague.code(tooMany, code);
        assertThat(colleague.isSignedIn()).as("a minute later").isTrue();
    }

    @Test
    @Tag("S5")
    void codeHasFiveTriesAndThenNotEvenTheRightOneWorks() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        Visitor visitor = new Visitor();
        Answer page = visitor.ask(contact.email());
        String code = Mailbox.code(mailbox.next());
        String wrong = code.startsWith("1") ? "222222" : "111111";
        for (int i = 0; i < 5; i++) {
            page = visitor.code(page, wrong);
            assertThat(page.document().select("#code-error").text()).contains("That code isn’t right");
        }

        page = visitor.code(page, code);

        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(page.document().select("#code-error").text()).contains("Too many wrong codes");
        assertThat(TestSupport.select("SELECT CODE_TRIES FROM CP_LINK WHERE USER_ID = '" + contact.id() + "'")
                        .path(0)
                        .path("code_tries")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    @Tag("S5")
    void codeWorksInTheBrowserThatAskedAndInNoOther() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        Visitor asked = new Visitor();
        Answer sent = asked.ask(contact.email());
        String code = Mailbox.code(mailbox.next());
        Visitor other = new Visitor();
        Answer otherPage = other.ask(contact.email());
        // The pause leaves the other browser at the address form; a code form it never had does not help either.
        assertThat(otherPage.document().select("#client-portal-code")).isEmpty();
        other.browser()
                .follow(other.browser()
                        .submit(otherPage, "#client-portal-ask", Map.of("action", "code", "code", code)));
        assertThat(other.isSignedIn()).isFalse();

        asked.code(sent, code.substring(0, 3) + " " + code.substring(3));
        assertThat(asked.isSignedIn()).as("with a blank, as the mail shows it").isTrue();
    }

    @Test
    void refusedMailLeavesNothingBehind() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Visitor.invitation(contact);

        assertProblem(Portal.invite(contact), 429, "too-many");

        assertThat(Facts.ledger(contact)).hasSize(1);
        assertThat(new Visitor().open(link).status()).as("the earlier link").isEqualTo(200);
        await().untilAsserted(() -> assertThat(Facts.waitingMails(contact)).isEmpty());
    }

    private static int secondsToWait(Contact contact) {
        Answer refused = Portal.invite(contact);
        int seconds = assertProblem(refused, 429, "too-many").path("retryAfter").asInt();
        assertThat(refused.header("Retry-After")).isEqualTo(Integer.toString(seconds));
        return seconds;
    }

    private static void moveClock(int seconds) {
        TestSupport.moveClock(Duration.ofSeconds(seconds));
    }

    private static String stranger() {
        return "stranger." + UUID.randomUUID() + "@client.example";
    }
}
