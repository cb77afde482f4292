package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.clientportal.e2e.browser.ConsoleLooks.looks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Json;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.StaffMember;
import dev.clientportal.e2e.TestFirm;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.stack.MailServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The console's page "Mails", of a firm whose mails are known. */
@InBrowser
class ConsoleMailsIT {
    private static final Duration LATE = Duration.ofMinutes(6);

    private TestFirm firm;

    @BeforeEach
    void openFirm() {
        firm = TestFirm.create().openWithMail();
    }

    @AfterEach
    void removeFirm() {
        firm.remove();
        TestSupport.resetClock();
    }

    @Test
    @Tag("B9")
    @Tag("B5")
    @Tag("X3")
    void adminSeesThePromiseKeptOrNotAndMendsWhatFailed() {
        MailServer mailServer = Stack.local().mailServer();
        String company = firm.newCompany();
        List<Contact> quick = List.of(
                firm.addContact(company, "Anna", "Aru"),
                firm.addContact(company, "Bert", "Brandt"),
                firm.addContact(company, "Carla", "Kuusk"));
        quick.forEach(this::invite);
        Contact refused = firm.addContact(company, "Dora", "Drews");
        mailServer.refuse(refused.email(), "550 5.1.1 No such user");
        firm.invite(refused);
        Contact slow = firm.addContact(company, "Erik", "Eller");
        mailServer.refuse(slow.email(), "451 4.7.1 Greylisted, try again later");
        firm.invite(slow);
        await().until(() -> mails("failed").size() == 1
                && mails("queued").path(0).path("attempts").asInt() == 1);
        mailServer.accept(refused.email());
        mailServer.accept(slow.email());
        Mailbox late = Mailbox.of(slow.email());
        TestSupport.moveClock(LATE);
        TestSupport.runTimer("client-portal-mail");
        late.next();
        await().until(() -> mails("queued").isEmpty());

        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console =
                    ConsolePage.of(page, "master", firm.realm(), "admin").openOurs("mails");
            assertThat(page.getByTestId("punctuality-words"))
                    .hasText("60% of 5 within five minutes of being asked for");
            assertThat(page.getByTestId("punctuality-inTime")).hasText("Within five minutes: 3");
            assertThat(page.getByTestId("punctuality-late")).hasText("Took longer, or still wait: 1");
            assertThat(page.getByTestId("punctuality-failed")).hasText("Failed: 1");
            assertThat(page.locator("[data-testid=punctuality] svg rect")).hasCount(3);
            assertThat(page.getByTestId("waiting")).hasText("No mail waits to be sent.");
            assertThat(page.getByTestId("bounced")).hasText("Of these, address refused or came back: 1");
            looks(page, "console-mails-promise");

            button(page, "Last 30 days").press("Enter");
            button(page, "Show as a table").press("Enter");
            assertThat(page.getByTestId("punctuality-table").locator("tbody tr"))
                    .hasCount(30);
            looks(page, "console-mails-table");

            page.getByTestId("bounced").press("Enter");
            assertThat(page).hasURL(Pattern.compile("state=bounced$"));
            assertThat(page.getByTestId("bounced")).hasAttribute("aria-pressed", "true");
            assertThat(page.getByTestId("filter-state")).hasValue("bounced");
            assertThat(console.row("Invitation")).hasCount(1);
            assertThat(console.row("Dora Drews")).containsText("Bounced");
            Mailbox again = Mailbox.of(refused.email());
            console.act("Dora Drews", "Send anew");
            again.next();
            page.getByTestId("bounced").press("Enter");
            page.getByTestId("failed").press("Enter");
            assertThat(page).hasURL(Pattern.compile("state=failed$"));
            page.getByTestId("failed").press("Enter");

            console.act("Anna Aru", "Revoke invite");
            assertThat(page.getByRole(AriaRole.MAIN)).not().containsText("Trace id");
            assertThat(invitation(quick.get(0)).path("state").asText()).isEqualTo("REVOKED");
            assertThat(console.row("Anna Aru").getByRole(AriaRole.BUTTON)).hasCount(0);
        }
    }

    @Test
    @Tag("B9")
    void firmThatInvitedNobodyIsToldSo() {
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage.of(page, "master", firm.realm(), "admin").openOurs("mails");

            assertThat(page.getByTestId("punctuality-none")).hasText("No invitation was sent in these days.");
            assertThat(page.getByTestId("failed")).hasText("Mails that failed: 0");
            looks(page, "console-mails-none");
        }
    }

    @Test
    @Tag("B16")
    void findingsAndReasonsAreSaidInTheLanguageOfTheAdmin() {
        MailServer mailServer = Stack.local().mailServer();
        Contact contact = Portal.newContact("birch-bakery");
        mailServer.refuse(contact.email(), "550 5.1.1 No such user");
        Portal.ok(Portal.invite(contact));
        await().until(() -> Facts.ledger(contact).get(0).path("state").asText().equals("FAILED"));
        mailServer.accept(contact.email());
        StaffMember admin = StaffMember.create().with("realm-admin").speaking("de");
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage.of(page, "northwind", admin.name())
                    .openOurs("companies/" + contact.companyId() + "/contacts/" + contact.id());

            Locator failed = page.getByTestId("finding-invitation_failed");
            assertThat(failed).containsText("wurde nicht zugestellt. Der Mailserver hat die Adresse abgelehnt.");
            assertThat(failed).containsText("Prüfen Sie die Adresse, und senden Sie sie dann erneut.");
            assertThat(failed).not().containsText("The mail server");
            assertThat(page.getByTestId("invitations")).containsText("Der Mailserver hat die Adresse abgelehnt.");
            looks(page, "console-contact-de");

            page.route(
                    "**/invitations",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(400)
                            .setContentType("application/problem+json")
                            .setBody(Json.tree(Map.of(
                                            "type", "urn:client-portal:problem:invalid",
                                            "title", "The request is not valid",
                                            "status", 400,
                                            "detail", "Is needed.",
                                            "field", "reason"))
                                    .toString())));
            failed.getByRole(AriaRole.BUTTON).click();
            page.getByTestId("confirm").click();
            assertThat(page.getByTestId("refusal")).containsText("Darin ist etwas nicht gültig.");
            assertThat(page.getByTestId("refusal")).containsText("reason: Is needed.");
            assertThat(page.getByTestId("refusal")).not().containsText("The request is not valid");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private void invite(Contact contact) {
        Mailbox mailbox = Mailbox.of(contact.email());
        firm.invite(contact);
        mailbox.next();
    }

    private JsonNode invitation(Contact contact) {
        return Facts.list(Portal.ok(Portal.administrator().get(firm.path(contact) + "/invitations"))
                        .json()
                        .path("items"))
                .get(0);
    }

    private JsonNode mails(String state) {
        return Portal.ok(Portal.administrator().get(firm.admin() + "/mails?state=" + state))
                .json()
                .path("items");
    }
}
