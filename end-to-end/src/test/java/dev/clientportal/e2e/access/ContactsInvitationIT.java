package dev.clientportal.e2e.access;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestFirm;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many contacts of a company are invited with one call, each of them once. */
@ExtendWith(Stack.class)
@Tag("B11")
@Tag("B13")
class ContactsInvitationIT {
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
    @Tag("B3")
    void eachOfAMixedListReportsTheirOwnOutcome() {
        Contact fresh = contact();
        Contact invited = contact();
        Portal.ok(Portal.invite(invited));
        Contact accepted = contact();
        Visitor.invited(accepted);
        Contact blocked = contact();
        Portal.ok(Portal.mia().post(blocked.path() + "/block"));
        Contact disabled = contact();
        Portal.ok(Portal.mia().post(disabled.path() + "/disable"));
        Contact none = Portal.importContact(
                company, Map.of("username", "none." + UUID.randomUUID(), "email", address(), "enabled", true));
        Contact off = contact();
        Portal.changeUser(off, Map.of("enabled", false));
        Contact elsewhere = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(fresh.email());

        List<JsonNode> rows = invited(Map.of(
                "contacts",
                Stream.of(fresh, invited, accepted, blocked, disabled, none, off, elsewhere, fresh)
                        .map(Contact::id)
                        .toList()));

        assertThat(rows)
                .extracting(row -> row.path("outcome").asText())
                .containsExactly(
                        "invited",
                        "already_invited",
                        "already_accepted",
                        "blocked",
                        "disabled",
                        "contact_not_enabled",
                        "user_disabled",
                        "not_found");
        assertThat(Mailbox.link(mailbox.next())).isNotEmpty();
        assertThat(Facts.ledger(fresh)).hasSize(1);
        assertThat(Facts.ledger(invited)).hasSize(1);
        assertThat(Facts.ledger(blocked)).isEmpty();
        assertThat(Facts.ledger(elsewhere)).isEmpty();
        assertThat(outcome(fresh)).isEqualTo("already_invited");
    }

    @Test
    @Tag("B4")
    void whoWasShutOutSinceOrWhoseInvitationWasTakenBackIsInvitedAgain() {
        Contact revoked = invitedOnce();
        Portal.ok(Portal.mia().delete(revoked.path() + "/invitations"));
        Contact reopened = invitedOnce();
        Portal.ok(Portal.mia().post(reopened.path() + "/disable"));
        Portal.ok(Portal.mia().post(reopened.path() + "/enable"));
        Contact unblocked = contact();
        Visitor.invited(unblocked);
        Portal.ok(Portal.mia().post(unblocked.path() + "/block"));
        Portal.ok(Portal.mia().post(unblocked.path() + "/unblock"));

        for (Contact contact : List.of(revoked, reopened, unblocked)) {
            assertThat(outcome(contact)).isEqualTo("invited");
            assertThat(outcome(contact)).isEqualTo("already_invited");
            assertThat(Facts.ledger(contact)).hasSize(2);
        }
    }

    /** Who had it and let it run out asks for a fresh one: the page of the old one offers it. */
    @Test
    void invitationThatRanOutWasHad() {
        Contact contact = invitedOnce();
        await().untilAsserted(() -> assertThat(Facts.waitingMails(contact)).isEmpty());

        TestSupport.moveClock(Duration.ofDays(8));

        assertThat(Facts.ledger(contact).get(0).path("state").asText()).isEqualTo("EXPIRED");
        assertThat(outcome(contact)).isEqualTo("already_invited");
    }

    @Test
    @Tag("B14")
    void invitationInAMailAboutATaskIsOne() {
        Contact contact = contact();
        Portal.ok(Portal.mia()
                .post(
                        contact.path() + "/mails",
                        Map.of("kind", "task_assigned", "title", "A task", "target", "http://127.0.0.1:1/tasks/1")));

        assertThat(outcome(contact)).isEqualTo("already_invited");
    }

    @Test
    @Tag("B6")
    void withoutOnceItIsSentAgainAndTheEarlierLinkEnds() {
        Contact contact = invitedOnce();

        List<JsonNode> rows = invited(Map.of("contacts", List.of(contact.id()), "once", false));

        assertThat(rows.get(0).path("outcome").asText()).isEqualTo("invited");
        assertThat(Facts.ledger(contact))
                .extracting(row -> row.path("state").asText())
                .element(1)
                .isEqualTo("SUPERSEDED");
        assertThat(Facts.liveLinks(contact)).hasSize(1);
        assertThat(Facts.list(Portal.ok(Portal.mia()
                                .get("/admin/realms/northwind/admin-events?resourcePath=client-portal/companies/"
                                        + company + "/contacts/" + contact.id() + "/invitations"))
                        .json()))
                .hasSize(2)
                .allSatisfy(
                        event -> assertThat(event.path("resourceType").asText()).isEqualTo("CLIENT_PORTAL_INVITATION"));
    }

    @Test
    void closedCompanyAndWrongListsAreRefusedAsAWhole() {
        Contact contact = contact();
        assertProblem(invite(Map.of("contacts", List.of())), 400, "invalid");
        assertThat(assertProblem(invite(Map.of("contacts", List.of(contact.id(), "a b"))), 400, "invalid")
                        .path("field")
                        .asText())
                .isEqualTo("contacts.[1]");
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + company + "/deactivate"));

        assertProblem(invite(Map.of("contacts", List.of(contact.id()))), 409, "company-inactive");

        assertThat(Facts.ledger(contact)).isEmpty();
    }

    @Test
    @Tag("B1")
    @Tag("S14")
    void whoMayNotSendMailOrNotManageTheCompanyInvitesNobody() {
        Contact contact = contact();
        Map<String, ?> wanted = Map.of("contacts", List.of(contact.id()));
        assertProblem(Portal.staff("theo").post(path(), wanted), 403, "forbidden");
        assertProblem(Portal.staff("olga").post(path(), wanted), 403, "forbidden");
        assertThat(Api.anonymous().post(path(), wanted).status()).isEqualTo(401);
        TestFirm firm = TestFirm.create();
        try {
            Portal.ok(firm.save(Map.of("domain", "invite-" + UUID.randomUUID() + ".example")));
            Portal.ok(firm.activate());
            String mine = firm.newCompany();
            Contact ofMine = firm.addContact(mine);
            Api helper = new FineGrained(firm).helperWhoManages(mine, ofMine.id());
            assertProblem(
                    helper.post(
                            firm.admin() + "/companies/" + mine + "/invitations",
                            Map.of("contacts", List.of(ofMine.id()))),
                    403,
                    "forbidden");
            assertProblem(
                    Portal.mia().post(Portal.ADMIN + "/companies/" + mine + "/invitations", wanted), 404, "not-found");
            assertThat(outcomes(
                            Portal.administrator().post(firm.admin() + "/companies/" + mine + "/invitations", wanted)))
                    .containsExactly("not_found");
        } finally {
            firm.remove();
        }
        assertThat(Facts.ledger(contact)).isEmpty();
    }

    private Contact contact() {
        return Portal.addContactTo(company, address());
    }

    private static String address() {
        return "many." + UUID.randomUUID() + "@client.example";
    }

    private Contact invitedOnce() {
        Contact contact = contact();
        assertThat(outcome(contact)).isEqualTo("invited");
        return contact;
    }

    private String path() {
        return Portal.ADMIN + "/companies/" + company + "/invitations";
    }

    private Answer invite(Map<String, ?> wanted) {
        return Portal.mia().post(path(), wanted);
    }

    private List<JsonNode> invited(Map<String, ?> wanted) {
        return Facts.list(Portal.ok(invite(wanted)).json().path("contacts"));
    }

    private String outcome(Contact contact) {
        return outcomes(invite(Map.of("contacts", List.of(contact.id())))).get(0);
    }

    private static List<String> outcomes(Answer answer) {
        return Portal.ok(answer).json().path("contacts").findValuesAsText("outcome");
    }
}
