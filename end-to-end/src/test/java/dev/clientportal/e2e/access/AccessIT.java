package dev.clientportal.e2e.access;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
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

/** Enable, disable, block, unblock, invite: each with exactly its effects. */
@ExtendWith(Stack.class)
class AccessIT {
    private static final Duration PAUSE = Duration.ofSeconds(61);

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
    @Tag("A5")
    void companyStartsClosedAndBothListsTellItsState() {
        String fresh = Portal.addCompany("fresh-" + UUID.randomUUID());
        String path = Portal.ADMIN + "/companies/" + fresh;
        assertThat(Portal.mia().get(path).json().path("active").asBoolean()).isFalse();

        assertThat(Portal.ok(Portal.mia().post(path + "/activate"))
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
        assertThat(Portal.ok(Portal.mia().post(path + "/activate"))
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
        assertThat(inList("active", fresh)).isTrue();
        assertThat(inList("inactive", fresh)).isFalse();

        assertThat(Portal.ok(Portal.mia().post(path + "/deactivate"))
                        .json()
                        .path("active")
                        .asBoolean())
                .isFalse();
        assertThat(inList("inactive", fresh)).isTrue();
        assertThat(inList("active", fresh)).isFalse();
    }

    @Test
    @Tag("A5")
    @Tag("B11")
    void contactListCanOpenCompanyToo() {
        String fresh = Portal.addCompany("fresh-" + UUID.randomUUID());

        Answer bulk = Portal.ok(Portal.mia()
                .post(Portal.ADMIN + "/companies/bulk", Map.of("companies", List.of(fresh), "silent", true)));

        assertThat(bulk.json().path("companies").path(0).path("outcome").asText())
                .isEqualTo("opened");
        assertThat(Portal.mia()
                        .get(Portal.ADMIN + "/companies/" + fresh)
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @Tag("B2")
    void disablingEndsLinksAndSessionsOfThatCompanyOnly() {
        Contact here = newContact();
        Contact there = Portal.addContactTo(Portal.newCompany(), here.email());
        Visitor signedIn = Visitor.invited(there);
        TestSupport.moveClock(PAUSE);
        String linkHere = Visitor.invitation(here);
        TestSupport.moveClock(PAUSE.multipliedBy(2));
        String linkThere = Visitor.invitation(there);

        assertState(act(here, "disable"), "DISABLED");

        assertThat(new Visitor().open(linkHere).status()).isEqualTo(403);
        assertThat(new Visitor().open(linkThere).status()).isEqualTo(200);
        assertThat(Facts.sessions(there)).hasSize(1);
        assertThat(Visitor.isAppRedirect(signedIn.begin())).isTrue();
        assertThat(Facts.contact(there).path("state").asText()).isEqualTo("ENABLED");

        assertState(act(there, "disable"), "DISABLED");
        assertThat(Facts.sessions(there)).isEmpty();
        assertThat(new Visitor().open(linkThere).status()).isEqualTo(403);
        assertProblem(Portal.invite(there), 409, "contact-not-enabled");
    }

    @Test
    @Tag("B3")
    void blockingEndsAllAtOnceAndStopsAutomatedMail() {
        Contact contact = newContact();
        Visitor signedIn = Visitor.invited(contact);
        TestSupport.moveClock(PAUSE);
        String link = Visitor.invitation(contact);
        Mailbox mailbox = Mailbox.of(contact.email());

        assertState(act(contact, "block"), "BLOCKED");

        assertThat(Facts.sessions(contact)).isEmpty();
        assertThat(Facts.liveLinks(contact)).isEmpty();
        assertThat(signedIn.begin().document().select("#client-portal-ask")).isNotEmpty();
        assertThat(new Visitor().open(link).status()).isEqualTo(403);
        TestSupport.moveClock(PAUSE.multipliedBy(2));
        assertProblem(Portal.invite(contact), 409, "contact-blocked");
        assertProblem(act(contact, "enable"), 409, "contact-blocked");
        assertProblem(act(contact, "disable"), 409, "contact-blocked");
        assertProblem(addAgain(contact), 409, "contact-blocked");
        JsonNode bulk = Portal.ok(Portal.mia()
                        .post(Portal.ADMIN + "/companies/bulk", Map.of("companies", List.of(company), "invite", true)))
                .json()
                .path("companies")
                .path(0)
                .path("contacts")
                .path(0);
        assertThat(bulk.path("outcome").asText()).isEqualTo("blocked");
        assertThat(bulk.hasNonNull("invitation")).isFalse();
        new Visitor().ask(contact.email());
        await().untilAsserted(() -> assertThat(Facts.waitingMails(contact)).isEmpty());
        assertThat(mailbox.unseen()).isEmpty();
    }

    @Test
    @Tag("B3")
    void blockingCancelsTheInvitationThatStillWaits() {
        Contact contact = newContact();
        Mailbox mailbox = Mailbox.of(contact.email());
        MailServer mailServer = Stack.local().mailServer();
        mailServer.refuse(contact.email(), "451 4.7.1 Try again later");
        try {
            Portal.ok(Portal.invite(contact));
            // Tried, so that it is not on its way while the contact is being blocked: it would arrive.
            await().untilAsserted(() -> assertThat(Facts.waitingMails(contact))
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.path("attempts").asInt()).isEqualTo(1)));
            Portal.ok(act(contact, "block"));
        } finally {
            mailServer.accept(contact.email());
        }
        // Past the pause before the next try.
        TestSupport.moveClock(Duration.ofMinutes(10));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Facts.waitingMails(contact)).isEmpty());
        assertThat(mailbox.unseen()).isEmpty();
        assertThat(Facts.ledger(contact).get(0).path("state").asText()).isEqualTo("REVOKED");
    }

    @Test
    @Tag("B4")
    void unblockingRestoresNothingUntilANewInvitationIsAccepted() {
        Contact contact = newContact();
        Visitor before = Visitor.invited(contact);
        TestSupport.moveClock(PAUSE);
        String oldLink = Visitor.invitation(contact);
        Portal.ok(act(contact, "block"));
        assertState(act(contact, "unblock"), "ENABLED");
        assertThat(Facts.contact(contact).path("mustAccept").asBoolean()).isTrue();
        assertThat(Facts.contact(contact).path("accepted").asBoolean()).isFalse();

        assertThat(before.begin().document().select("#client-portal-ask"))
                .as("the old session")
                .isNotEmpty();
        assertThat(new Visitor().open(oldLink).status()).as("the old link").isEqualTo(410);
        TestSupport.moveClock(PAUSE.multipliedBy(2));
        Mailbox mailbox = Mailbox.of(contact.email());
        new Visitor().ask(contact.email());
        await().untilAsserted(() -> assertThat(Facts.waitingMails(contact)).isEmpty());
        assertThat(mailbox.unseen()).as("a login link").isEmpty();

        TestSupport.moveClock(PAUSE.multipliedBy(3));
        Visitor again = Visitor.invited(contact);
        assertThat(Visitor.isAppRedirect(again.begin())).isTrue();
        assertThat(Facts.contact(contact).path("mustAccept").asBoolean()).isFalse();
        TestSupport.moveClock(PAUSE.multipliedBy(4));
        Visitor later = new Visitor();
        later.use(Mailbox.link(later.askedMail(contact.email())));
        assertThat(later.isSignedIn()).as("login links work again").isTrue();
        assertProblem(act(contact, "unblock"), 409, "not-blocked");
    }

    @Test
    @Tag("B5")
    @Tag("X3")
    void invitationIsSentAtOnceAndToldOf() {
        Contact contact = newContact();
        assertThat(Facts.contact(contact).hasNonNull("invitedAt")).isFalse();
        assertThat(Facts.ledger(contact)).isEmpty();
        Mailbox mailbox = Mailbox.of(contact.email());

        Answer invited = Portal.invite(contact);

        assertThat(invited.status()).isEqualTo(202);
        assertThat(invited.json().path("requestedBy").asText()).isNotBlank();
        String link = Mailbox.link(mailbox.next());
        await().untilAsserted(() -> assertThat(
                        Facts.contact(contact).path("invitationState").asText())
                .isEqualTo("SENT"));
        JsonNode now = Facts.contact(contact);
        assertThat(now.path("invitedAt").asLong()).isPositive();
        assertThat(now.path("invitationSentAt").asLong())
                .isGreaterThanOrEqualTo(now.path("invitedAt").asLong());
        Visitor visitor = new Visitor();
        Answer page = visitor.open(link);
        assertThat(Facts.ledger(contact).get(0).hasNonNull("openedAt"))
                .as("a mere GET is no person")
                .isFalse();
        visitor.press(page);
        JsonNode accepted = Facts.ledger(contact).get(0);
        assertThat(accepted.path("state").asText()).isEqualTo("ACCEPTED");
        assertThat(accepted.path("acceptedAt").asLong()).isPositive();
        assertThat(Facts.contact(contact).path("accepted").asBoolean()).isTrue();
    }

    @Test
    @Tag("B6")
    @Tag("S4")
    void resendEndsEveryEarlierLink() {
        Contact contact = newContact();
        String first = Visitor.invitation(contact);
        TestSupport.moveClock(PAUSE);
        String second = Visitor.invitation(contact);
        TestSupport.moveClock(PAUSE.multipliedBy(2));
        String third = Visitor.invitation(contact);

        assertThat(new Visitor().open(first).status()).isEqualTo(410);
        assertThat(new Visitor().open(second).status()).isEqualTo(410);
        assertThat(Facts.ledger(contact))
                .extracting(row -> row.path("state").asText())
                .containsExactly("SENT", "SUPERSEDED", "SUPERSEDED");
        Visitor visitor = new Visitor();
        visitor.use(third);
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @Test
    @Tag("B6")
    void revokedInvitationDoesNotOpenAndCannotBeRevokedTwice() {
        Contact contact = newContact();
        String link = Visitor.invitation(contact);

        assertThat(Portal.mia().delete(contact.path() + "/invitations").status())
                .isEqualTo(204);

        assertThat(new Visitor().open(link).status()).isEqualTo(410);
        assertThat(Facts.ledger(contact).get(0).path("state").asText()).isEqualTo("REVOKED");
        assertProblem(Portal.mia().delete(contact.path() + "/invitations"), 409, "no-open-invitation");
    }

    @Test
    @Tag("B10")
    void contactsOfOneCompanyHaveTheirOwnLinksAndSessions() {
        Contact one = newContact();
        Contact two = newContact();
        String linkOfOne = Visitor.invitation(one);
        Visitor visitorTwo = Visitor.invited(two);

        Portal.ok(act(two, "block"));

        assertThat(Facts.sessions(two)).isEmpty();
        Visitor visitorOne = new Visitor();
        visitorOne.use(linkOfOne);
        assertThat(visitorOne.isSignedIn()).isTrue();
        assertThat(Facts.sessions(one)).hasSize(1);
        assertThat(visitorTwo.begin().document().select("#client-portal-ask")).isNotEmpty();
    }

    @Test
    @Tag("B12")
    void silentOpeningSendsNothing() {
        Mailbox mailbox = Mailbox.of("silent." + UUID.randomUUID() + "@client.example");
        Contact contact = Portal.addContactTo(company, mailbox.address());
        Contact other = Portal.importContact(
                company,
                Map.of(
                        "username", "quiet." + UUID.randomUUID(),
                        "email", "quiet." + UUID.randomUUID() + "@client.example",
                        "enabled", true));
        Portal.ok(Portal.mia()
                .post(Portal.ADMIN + "/companies/bulk", Map.of("companies", List.of(company), "silent", true)));

        assertThat(Facts.contact(contact).path("silent").asBoolean()).isTrue();
        assertThat(Facts.contact(other).path("silent").asBoolean()).isTrue();
        assertThat(Facts.contact(other).path("state").asText()).isEqualTo("ENABLED");
        assertThat(TestSupport.select("SELECT ID FROM CP_MAIL WHERE ORG_ID = '" + company + "'"))
                .isEmpty();
        assertProblem(
                Portal.mia()
                        .post(
                                Portal.ADMIN + "/companies/bulk",
                                Map.of("companies", List.of(company), "silent", true, "invite", true)),
                400,
                "invalid");
    }

    @Test
    @Tag("B18")
    void eachRightCanBeWithheldPerContactAndCompany() {
        Contact contact = newContact();
        Contact elsewhere = Portal.addContactTo(Portal.newCompany(), contact.email());
        assertThat(rights(contact))
                .containsExactlyInAnyOrder("VIEW_TASKS", "UPLOAD_FILES", "SEND_MESSAGES", "SIGN_DOCUMENTS");

        Portal.ok(
                Portal.mia().put(contact.path() + "/rights", Map.of("rights", List.of("VIEW_TASKS", "SEND_MESSAGES"))));

        assertThat(rights(contact)).containsExactlyInAnyOrder("VIEW_TASKS", "SEND_MESSAGES");
        assertThat(rights(elsewhere)).hasSize(4);
        Portal.ok(Portal.mia().put(contact.path() + "/rights", Map.of("rights", List.of())));
        assertThat(rights(contact)).isEmpty();
        assertProblem(Portal.mia().put(contact.path() + "/rights", Map.of("rights", List.of("FLY"))), 400, "invalid");
        assertThat(rights(contact)).isEmpty();
    }

    private Contact newContact() {
        return Portal.addContactTo(company, "access." + UUID.randomUUID() + "@client.example");
    }

    private static Answer act(Contact contact, String action) {
        return Portal.mia().post(contact.path() + "/" + action);
    }

    private static Answer addAgain(Contact contact) {
        return Portal.mia()
                .post(
                        Portal.ADMIN + "/companies/" + contact.companyId() + "/contacts",
                        Map.of("email", contact.email()));
    }

    private static void assertState(Answer answer, String state) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("state").asText()).isEqualTo(state);
    }

    private static List<String> rights(Contact contact) {
        return Facts.list(Facts.contact(contact).path("rights")).stream()
                .map(JsonNode::asText)
                .toList();
    }

    private static boolean inList(String state, String company) {
        String after = "";
        do {
            JsonNode page = Portal.ok(Portal.mia()
                            .get(Portal.ADMIN + "/companies?max=100&state=" + state + "&search=fresh-&after=" + after))
                    .json();
            if (page.path("items").findValuesAsText("id").contains(company)) {
                return true;
            }
            after = page.path("next").asText("");
        } while (!after.isEmpty());
        return false;
    }
}
