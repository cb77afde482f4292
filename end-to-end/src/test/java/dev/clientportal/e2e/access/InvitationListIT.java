package dev.clientportal.e2e.access;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Statements;
import dev.clientportal.e2e.TestFirm;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The invitations of the whole firm in one list. */
@ExtendWith(Stack.class)
@Tag("B6")
@Tag("X3")
class InvitationListIT {
    private static final String LIST = Portal.ADMIN + "/invitations";
    private static final String[] STATES = {
        "QUEUED", "SENT", "OPENED", "ACCEPTED", "EXPIRED", "SUPERSEDED", "REVOKED", "FAILED", "CANCELLED"
    };
    private static final Duration PAUSE = Duration.ofSeconds(61);
    private static final Duration TWO_MONTHS = Duration.ofDays(60);

    private String company;

    @BeforeEach
    void openPortal() {
        Portal.open();
        company = Portal.newCompany();
    }

    @AfterEach
    void setClockRight() {
        TestSupport.resetClock();
    }

    @Test
    void eachStateIsListedAloneAndTheSameAsInTheLedgerOfTheContact() {
        Contact accepted = contact();
        Visitor.invited(accepted);
        Contact opened = contact();
        open(Visitor.invitation(opened));
        Contact again = contact();
        Visitor.invitation(again);
        Contact revoked = contact();
        Visitor.invitation(revoked);
        Portal.ok(Portal.mia().delete(revoked.path() + "/invitations"));
        Contact failed = refused("550 5.1.1 No such user");
        Contact queued = refused("451 4.7.1 Try again later");
        Contact cancelled = refused("451 4.7.1 Try again later");
        Portal.changeUser(cancelled, Map.of("enabled", false));
        TestSupport.moveClock(PAUSE);
        Visitor.invitation(again);
        TestSupport.runTimer("client-portal-mail");
        await().until(() ->
                stateOf(cancelled).equals("CANCELLED") && stateOf(failed).equals("FAILED"));

        Map<String, List<Contact>> told = Map.of(
                "QUEUED", List.of(queued),
                "SENT", List.of(again),
                "OPENED", List.of(opened),
                "ACCEPTED", List.of(accepted),
                "EXPIRED", List.of(),
                "SUPERSEDED", List.of(again),
                "REVOKED", List.of(revoked),
                "FAILED", List.of(failed),
                "CANCELLED", List.of(cancelled));
        told.forEach((state, contacts) -> assertThat(ofCompany(state)).as(state).isEqualTo(ids(contacts)));
        assertThat(told).containsOnlyKeys(STATES);
        for (Contact contact : List.of(queued, again, opened, accepted, revoked, failed, cancelled)) {
            assertThat(told.get(stateOf(contact))).contains(contact);
        }

        TestSupport.moveClock(TWO_MONTHS);
        assertThat(ofCompany("EXPIRED")).isEqualTo(ids(List.of(again, opened)));
        assertThat(ofCompany("SENT")).isEmpty();
        assertThat(ofCompany("OPENED")).isEmpty();
    }

    @Test
    void everyInvitationIsOnOnePageWithItsContactAndTheNewestFirst() {
        List<String> invited = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Contact contact = contact();
            Portal.ok(Portal.invite(contact));
            invited.add(0, contact.id());
        }
        List<String> listed = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String after = "";
        while (listed.size() < 3) {
            JsonNode page = page("?max=2&after=" + after);
            for (JsonNode item : page.path("items")) {
                assertThat(seen.add(item.at("/invitation/id").asText())).isTrue();
                if (item.at("/invitation/companyId").asText().equals(company)) {
                    listed.add(item.at("/contact/userId").asText());
                    assertThat(item.at("/contact/companyId").asText()).isEqualTo(company);
                    assertThat(item.at("/contact/manage").asBoolean()).isTrue();
                }
            }
            after = page.path("next").asText();
        }
        assertThat(listed).isEqualTo(invited);
        assertThat(page("?max=100").toString()).doesNotContain("/link/");

        List<String> ofTwo = Statements.of(() -> page("?max=2"));
        assertThat(Statements.of(() -> page("?max=3"))).hasSameSizeAs(ofTwo);
    }

    @Test
    @Tag("B1")
    void whoMayOnlyLookSeesThemAndWhoLooksAfterOneCompanySeesItsOwn() {
        Contact contact = contact();
        Portal.ok(Portal.invite(contact));
        assertThat(Portal.ok(Portal.staff("theo").get(LIST))
                        .json()
                        .at("/items/0/contact/userId")
                        .asText())
                .isEqualTo(contact.id());
        assertThat(Api.anonymous().get(LIST).status()).isEqualTo(401);
        assertProblem(Portal.mia().get(LIST + "?state=lost"), 400, "invalid");

        TestFirm firm = TestFirm.create();
        try {
            Portal.ok(firm.save(Map.of("domain", "invited-" + UUID.randomUUID() + ".example")));
            Portal.ok(firm.activate());
            Contact mine = firm.addContact(firm.newCompany());
            Contact other = firm.addContact(firm.newCompany());
            for (Contact one : List.of(mine, other)) {
                Portal.ok(Portal.administrator().post(firm.path(one) + "/invitations"));
            }
            Api helper = new FineGrained(firm).helperWhoManages(mine.companyId(), mine.id());
            JsonNode seen = Portal.ok(helper.get(firm.admin() + "/invitations")).json();
            assertThat(seen.path("items").findValuesAsText("userId")).containsOnly(mine.id());
        } finally {
            firm.remove();
        }
    }

    /** Somebody whose invitation the mail server answered so. */
    private Contact refused(String answer) {
        Contact contact = contact();
        Stack.local().mailServer().refuse(contact.email(), answer);
        Portal.ok(Portal.invite(contact));
        await().until(() -> Facts.ledger(contact).get(0).path("attempts").asInt() == 1);
        return contact;
    }

    /** As the script of the page does it. */
    private static void open(String link) {
        Http browser = new Http();
        String csrf = browser.get(link).document().select("input[name=csrf]").val();
        assertThat(browser.postForm(link + "/opened", Map.of("csrf", csrf)).status())
                .isEqualTo(204);
    }

    private static String stateOf(Contact contact) {
        return Facts.ledger(contact).get(0).path("state").asText();
    }

    private static List<String> ids(List<Contact> contacts) {
        return contacts.stream().map(Contact::id).toList();
    }

    private Contact contact() {
        return Portal.addContactTo(company, UUID.randomUUID() + "@client.example");
    }

    /** Whose invitations into the company are in this state, among the newest. */
    private List<String> ofCompany(String state) {
        List<String> contacts = new ArrayList<>();
        for (JsonNode item : page("?max=100&state=" + state).path("items")) {
            assertThat(item.at("/invitation/state").asText()).isEqualTo(state);
            if (item.at("/invitation/companyId").asText().equals(company)) {
                contacts.add(item.at("/invitation/userId").asText());
            }
        }
        return contacts;
    }

    private static JsonNode page(String query) {
        return Portal.ok(Portal.mia().get(LIST + query)).json();
    }
}
