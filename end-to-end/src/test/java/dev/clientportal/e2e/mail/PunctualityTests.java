package dev.clientportal.e2e.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestFirm;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.stack.MailServer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What staff are told in numbers: invitations that left in time or did not, and mails that failed. */
@Tag("B9")
abstract class PunctualityTests {
    private static final String UNKNOWN_ADDRESS = "550 5.1.1 No such user";
    private static final String SPAM = "554 5.7.1 Looks like spam";
    private static final String NOT_NOW = "451 4.7.1 Greylisted, try again later";
    private static final Duration LATE = Duration.ofMinutes(6);

    private MailServer mailServer;
    private TestFirm firm;
    private String company;

    @BeforeEach
    void openFirm() {
        Portal.open();
        mailServer = Stack.local().mailServer();
        firm = TestFirm.create().openWithMail();
        company = firm.newCompany();
    }

    @AfterEach
    void removeFirm() {
        firm.remove();
        TestSupport.resetClock();
    }

    @Test
    void invitationsAreCountedByWhatBecameOfThem() {
        assertCounts(0, 0, 0);
        invited();
        refused(UNKNOWN_ADDRESS);
        Contact slow = invitedWhoIsRefused(NOT_NOW);
        awaitFirstTry(slow);
        assertCounts(1, 0, 1);

        TestSupport.moveClock(LATE);
        assertCounts(1, 1, 1);

        mailServer.accept(slow.email());
        Mailbox mailbox = Mailbox.of(slow.email());
        TestSupport.runTimer("client-portal-mail");
        mailbox.next();
        awaitState(slow, "SENT");
        assertCounts(1, 1, 1);

        Contact revoked = invitedWhoIsRefused(NOT_NOW);
        awaitFirstTry(revoked);
        Portal.ok(Portal.administrator().delete(firm.path(revoked) + "/invitations"));
        TestSupport.moveClock(LATE.multipliedBy(3));
        TestSupport.runTimer("client-portal-mail");
        awaitState(revoked, "CANCELLED");
        assertCounts(1, 1, 1);
    }

    @Test
    void daysAreThoseOfTheTimeZoneThatIsAskedFor() {
        long askedAt = mail(invited()).path("queuedAt").asLong();

        // 25 hours lie between them.
        for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago")) {
            String day = LocalDate.ofInstant(Instant.ofEpochMilli(askedAt), ZoneId.of(zone))
                    .toString();
            JsonNode answer = punctuality("?days=2&zone=" + zone);
            assertThat(answer.path("zone").asText()).isEqualTo(zone);
            assertThat(Facts.list(answer.path("days")))
                    .hasSize(2)
                    .filteredOn(it -> it.path("inTime").asInt() == 1)
                    .singleElement()
                    .satisfies(it -> assertThat(it.path("day").asText()).isEqualTo(day));
        }
        assertThat(punctuality("").path("zone").asText()).isEqualTo("UTC");
        assertThat(punctuality("").path("days")).hasSize(7);
        assertThat(punctuality("?days=30").path("days")).hasSize(30);
        TestSupport.moveClock(Duration.ofDays(7));
        assertCounts(0, 0, 0);
        assertThat(sum(punctuality("?days=30"), "inTime")).isEqualTo(1);
    }

    @Test
    void countsOfTheDaysAreOneStatement() {
        assertThat(TestSupport.statements(() -> punctuality("?days=30")))
                .filteredOn(sql -> sql.toLowerCase(Locale.ROOT).contains("cp_mail"))
                .hasSize(1);
    }

    @Test
    @Tag("X3")
    void failedMailsAreCountedAndThoseThatBouncedFound() {
        assertThat(failed()).isEqualTo("{\"count\":0,\"bounced\":0}");
        invited();
        Contact unknown = refused(UNKNOWN_ADDRESS);
        Contact spam = firm.addContact(company);
        mailServer.refuseContent(spam.email(), SPAM);
        firm.invite(spam);
        awaitState(spam, "FAILED");

        assertThat(failed()).isEqualTo("{\"count\":2,\"bounced\":1}");
        assertThat(mails("?bounced=true")).singleElement().satisfies(mail -> {
            assertThat(mail.path("userId").asText()).isEqualTo(unknown.id());
            assertThat(mail.path("bounced").asBoolean()).isTrue();
        });
        assertThat(mails("?state=failed")).hasSize(2);
        assertThat(mail(spam).path("bounced").asBoolean()).isFalse();
        assertThat(mails("?state=sent&bounced=true")).isEmpty();
    }

    private Contact invited() {
        Contact contact = firm.addContact(company);
        Mailbox mailbox = Mailbox.of(contact.email());
        firm.invite(contact);
        mailbox.next();
        awaitState(contact, "SENT");
        return contact;
    }

    private Contact refused(String reply) {
        Contact contact = invitedWhoIsRefused(reply);
        awaitState(contact, "FAILED");
        return contact;
    }

    private Contact invitedWhoIsRefused(String reply) {
        Contact contact = firm.addContact(company);
        mailServer.refuse(contact.email(), reply);
        firm.invite(contact);
        return contact;
    }

    private void awaitFirstTry(Contact contact) {
        await().until(() -> mail(contact).path("attempts").asInt() == 1);
    }

    private void awaitState(Contact contact, String state) {
        await(state).until(() -> mail(contact).path("state").asText().equals(state));
    }

    private JsonNode mail(Contact contact) {
        return mails("").stream()
                .filter(mail -> mail.path("userId").asText().equals(contact.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> mails(String query) {
        return Facts.list(get("/mails" + query).path("items"));
    }

    private String failed() {
        return get("/mails/failed").toString();
    }

    private JsonNode punctuality(String query) {
        return get("/mails/punctuality" + query);
    }

    private JsonNode get(String path) {
        return Portal.ok(Portal.administrator().get(firm.admin() + path)).json();
    }

    private void assertCounts(int inTime, int late, int failed) {
        JsonNode answer = punctuality("");
        assertThat(List.of(sum(answer, "inTime"), sum(answer, "late"), sum(answer, "failed")))
                .as("in time, late, failed: %s", answer)
                .containsExactly(inTime, late, failed);
    }

    private static int sum(JsonNode answer, String count) {
        return answer.path("days").findValues(count).stream()
                .mapToInt(JsonNode::asInt)
                .sum();
    }
}
