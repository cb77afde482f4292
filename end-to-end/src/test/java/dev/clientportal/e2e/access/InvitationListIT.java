package dev.clientportal.e2e.access;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
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
        Contact again = contact();
        Visitor.invitation(again);
        TestSupport.moveClock(PAUSE);
        Visitor.invitation(again);
        Contact revoked = contact();
        Visitor.invitation(revoked);
        Portal.ok(Portal.mia().delete(revoked.path() + "/invitations"));

        Map<String, List<String>> told = Map.of(
                "ACCEPTED", List.of(accepted.id()),
                "SENT", List.of(again.id()),
                "SUPERSEDED", List.of(again.id()),
                "REVOKED", List.of(revoked.id()));
        for (String state : List.of(
                "QUEUED", "SENT", "OPENED", "ACCEPTED", "EXPIRED", "SUPERSEDED", "REVOKED", "FAILED", "CANCELLED")) {
            assertThat(ofCompany(state)).as(state).isEqualTo(told.getOrDefault(state, List.of()));
        }
        assertThat(Facts.ledger(again))
                .extracting(row -> row.path("state").asText())
                .containsExactly("SENT", "SUPERSEDED");

        TestSupport.moveClock(TWO_MONTHS);
        assertThat(ofCompany("EXPIRED")).containsExactly(again.id());
        assertThat(ofCompany("SENT")).isEmpty();
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
