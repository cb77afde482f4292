package dev.clientportal.e2e.login;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import dev.clientportal.stack.ReceivedMail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Firm, company, contact: all three have to be open at the moment when somebody comes in, whichever way they come. */
@ExtendWith(Stack.class)
@Tag("A7")
@Tag("S11")
class GatesIT {
    private String company;

    @BeforeEach
    void openPortal() {
        Portal.open();
        company = Portal.newCompany();
    }

    @AfterEach
    void reopenPortal() {
        Portal.open();
    }

    @ParameterizedTest(name = "firm {0}, company {1}, contact {2}")
    @CsvSource({
        "true, true, true,",
        "false, true, true, firm_inactive",
        "true, false, true, company_inactive",
        "true, true, false, contact_not_enabled",
        "false, false, true, firm_inactive",
        "false, true, false, firm_inactive",
        "true, false, false, company_inactive",
        "false, false, false, firm_inactive",
    })
    void contactComesInOnlyThroughThreeOpenGates(boolean firm, boolean open, boolean contact, String reason) {
        List<Entrance> entrances = List.of(
                Entrance.byLoginLink(newContact()), Entrance.byCode(newContact()), Entrance.byInvitation(newContact()));
        Contact known = newContact();
        Visitor signedIn = Visitor.invited(known);

        if (!contact) {
            entrances.forEach(entrance -> act(entrance.contact().path() + "/disable"));
            act(known.path() + "/disable");
        }
        if (!open) act(Portal.ADMIN + "/companies/" + company + "/deactivate");
        if (!firm) act(Portal.ADMIN + "/firm/deactivate");

        for (Entrance entrance : entrances) {
            Answer answer = entrance.goIn();
            assertThat(entrance.visitor().isSignedIn()).as(entrance.way()).isEqualTo(reason == null);
            if (reason != null) {
                assertThat(answer.status()).as(entrance.way()).isEqualTo(403);
                assertThat(lastError(entrance.contact())).as(entrance.way()).isEqualTo(reason);
            }
        }
        Answer again = signedIn.begin();
        assertThat(Visitor.isAppRedirect(again)).isEqualTo(reason == null);
        if (reason != null) {
            // Closing a door ends the sessions behind it, soon after: then there is no single sign-on to refuse.
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> Facts.sessions(known).isEmpty());
            assertThat(signedIn.begin().document().select("#client-portal-ask")).isNotEmpty();
        }
    }

    @Test
    void companyThatIsDisabledInKeycloakIsClosed() {
        Entrance entrance = Entrance.byInvitation(newContact());
        Contact known = newContact();
        Visitor signedIn = Visitor.invited(known);
        setOrganizationEnabled(false);

        assertThat(entrance.goIn().status()).isEqualTo(403);
        assertThat(lastError(entrance.contact())).isEqualTo("company_inactive");
        await("the end of the session").until(() -> Facts.sessions(known).isEmpty());
        assertThat(signedIn.begin().document().select("#client-portal-ask"))
                .as("has to sign in again")
                .isNotEmpty();

        setOrganizationEnabled(true);
        entrance.goIn();
        assertThat(entrance.visitor().isSignedIn())
                .as("the link was not used up by the refusal")
                .isTrue();
    }

    @Test
    void disabledUserStaysOutside() {
        for (Entrance entrance : List.of(
                Entrance.byLoginLink(newContact()),
                Entrance.byCode(newContact()),
                Entrance.byInvitation(newContact()))) {
            change(entrance.contact(), Map.of("enabled", false));

            assertThat(entrance.goIn().status()).as(entrance.way()).isEqualTo(403);
            assertThat(lastError(entrance.contact())).as(entrance.way()).isEqualTo("user_disabled");
            assertThat(Facts.sessions(entrance.contact())).isEmpty();
        }
    }

    @Test
    @Tag("S4")
    void linkDiesWithTheAddressThatItWasMailedTo() {
        for (Entrance entrance : List.of(
                Entrance.byLoginLink(newContact()),
                Entrance.byCode(newContact()),
                Entrance.byInvitation(newContact()))) {
            change(entrance.contact(), Map.of("email", "moved." + UUID.randomUUID() + "@client.example"));

            assertThat(entrance.goIn().status()).as(entrance.way()).isEqualTo(410);
            assertThat(lastError(entrance.contact())).as(entrance.way()).isEqualTo("link_revoked");
            assertThat(entrance.visitor().isSignedIn()).isFalse();
        }
    }

    @Test
    void contactWithoutAValidAddressIsNotEnabledAndNotInvited() {
        Contact contact =
                Portal.importContact(company, Map.of("username", "nobody." + UUID.randomUUID(), "enabled", true));

        assertProblem(Portal.mia().post(contact.path() + "/enable"), 409, "no-valid-address");
        assertProblem(Portal.invite(contact), 409, "no-valid-address");
        assertThat(Facts.contact(contact).path("state").asText()).isEqualTo("NONE");
    }

    @Test
    void whoLeavesTheCompanyIsOutAtOnce() {
        Contact contact = newContact();
        Visitor signedIn = Visitor.invited(contact);
        Entrance entrance = Entrance.byInvitation(newContact());

        leave(contact);
        leave(entrance.contact());

        assertThat(entrance.goIn().status()).isEqualTo(404);
        assertThat(entrance.visitor().isSignedIn()).isFalse();
        assertThat(Facts.sessions(contact)).isEmpty();
        assertThat(signedIn.begin().document().select("#client-portal-ask")).isNotEmpty();
    }

    @Test
    void somebodyWithoutACompanyIsRefusedOverSingleSignOn() {
        // Staff sign in to the portal's client by nothing but a mailed link, and a link is only for contacts.
        Mailbox mailbox = Mailbox.of("theo@northwind.example");
        new Visitor().ask("theo@northwind.example");

        await().untilAsserted(() -> assertThat(
                        TestSupport.select("SELECT ID FROM CP_MAIL WHERE TYPED_ADDRESS = 'theo@northwind.example'"))
                .isEmpty());
        assertThat(mailbox.unseen()).isEmpty();
    }

    private Contact newContact() {
        return Portal.addContactTo(company, "gate." + UUID.randomUUID() + "@client.example");
    }

    private void leave(Contact contact) {
        Portal.ok(Portal.mia().delete("/admin/realms/northwind/organizations/" + company + "/members/" + contact.id()));
    }

    private static void act(String path) {
        Portal.ok(Portal.mia().post(path));
    }

    private static void change(Contact contact, Map<String, Object> values) {
        Portal.changeUser(contact, values);
    }

    private void setOrganizationEnabled(boolean enabled) {
        String path = "/admin/realms/northwind/organizations/" + company;
        var now = (ObjectNode) Portal.ok(Portal.mia().get(path)).json();
        Portal.ok(Portal.mia().put(path, now.put("enabled", enabled)));
    }

    private static String lastError(Contact contact) {
        return Facts.loginErrors(contact).get(0).path("error").asText();
    }

    /** One way in, with everything done but the last click. */
    private record Entrance(String way, Contact contact, Visitor visitor, Answer page, String code) {
        static Entrance byLoginLink(Contact contact) {
            Visitor visitor = new Visitor();
            ReceivedMail mail = visitor.askedMail(contact.email());
            return new Entrance("link", contact, visitor, visitor.open(Mailbox.link(mail)), null);
        }

        static Entrance byCode(Contact contact) {
            Mailbox mailbox = Mailbox.of(contact.email());
            Visitor visitor = new Visitor();
            Answer sent = visitor.ask(contact.email());
            return new Entrance("code", contact, visitor, sent, Mailbox.code(mailbox.next()));
        }

        static Entrance byInvitation(Contact contact) {
            Visitor visitor = new Visitor();
            return new Entrance("invitation", contact, visitor, visitor.open(Visitor.invitation(contact)), null);
        }

        Answer goIn() {
            return code == null ? visitor.press(page) : visitor.code(page, code);
        }
    }
}
