package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.clientportal.e2e.browser.ConsoleData.addContact;
import static dev.clientportal.e2e.browser.ConsoleData.openCompany;
import static dev.clientportal.e2e.browser.ConsoleLooks.looks;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All invitations of the firm, in the admin console. */
@InBrowser
@Tag("B6")
@Tag("X3")
class ConsoleInvitationsIT {
    private static final Duration MAIL_PAUSE = Duration.ofSeconds(61);

    @Test
    void invitationIsFoundByItsStateSentAgainAndTakenBack() {
        String company = openCompany("Juniper Jams");
        Contact accepted = addContact(company, "Jaan", "Jõgi", "jaan.jogi@juniper.example");
        Visitor.invited(accepted);
        Contact invited = addContact(company, "Jana", "Jalg", "jana.jalg@juniper.example");
        String first = Visitor.invitation(invited);
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", "mia").go("invitations");
            assertThat(console.row("Jaan Jõgi")).containsText("Accepted");
            assertThat(console.row("Jana Jalg")).containsText("Sent");
            looks(page, "console-invitation-list");

            page.getByTestId("filter-state").selectOption("accepted");
            assertThat(page).hasURL(Pattern.compile("state=accepted$"));
            assertThat(console.row("Jaan Jõgi")).hasCount(1);
            assertThat(console.row("Jana Jalg")).hasCount(0);
            page.reload();
            assertThat(console.row("Jaan Jõgi")).hasCount(1);

            page.getByTestId("filter-state").selectOption("sent");
            assertThat(console.row("Jana Jalg")).hasCount(1);
            TestSupport.moveClock(MAIL_PAUSE);
            Mailbox mailbox = Mailbox.of(invited.email());
            console.act("Jana Jalg", "Resend invite");
            String second = Mailbox.link(mailbox.next());
            DoorPage.of(person.newTab(), first);
            page.getByTestId("filter-state").selectOption("superseded");
            assertThat(console.row("Jana Jalg")).hasCount(1);

            page.getByTestId("filter-state").selectOption("");
            assertThat(console.row("Jana Jalg")).hasCount(2);
            console.row("Jana Jalg").first().getByRole(AriaRole.BUTTON).click();
            page.getByText("Revoke invite").click();
            console.confirm();
            DoorPage.of(person.newTab(), second);
            page.getByTestId("filter-state").selectOption("revoked");
            assertThat(console.row("Jana Jalg")).hasCount(1);
            console.row("Jana Jalg").getByText("Jana Jalg").click();
            assertThat(page.getByTestId("gates")).isVisible();
        }
    }

    @Test
    @Tag("B1")
    void whoMayOnlyLookIsOfferedNothing() {
        Contact invited = addContact(openCompany("Kapok Kites"), "Kai", "Kivi", "kai.kivi@kapok.example");
        Visitor.invitation(invited);
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", "theo").go("invitations");
            assertThat(console.row("Kai Kivi")).containsText("Sent");
            assertThat(page.locator("tbody button")).hasCount(0);
        }
    }
}
