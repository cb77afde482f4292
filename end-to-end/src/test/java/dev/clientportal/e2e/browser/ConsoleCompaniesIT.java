package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.clientportal.e2e.browser.ConsoleData.addContact;
import static dev.clientportal.e2e.browser.ConsoleData.openCompany;
import static dev.clientportal.e2e.browser.ConsoleLooks.looks;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Visitor;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the page "Companies" of the admin console tells, and does for many of them. */
@InBrowser
class ConsoleCompaniesIT {
    private static final String PREFIX = "Quince ";

    @Test
    @Tag("A5")
    @Tag("B11")
    void manyCompaniesAreClosedTogetherAndEachResultIsTold() {
        List<String> ids = List.of(openCompany(PREFIX + "Quarry"), openCompany(PREFIX + "Quartz"));
        String gone = openCompany(PREFIX + "Quilts");
        signIn(addContact(ids.get(0), "Quirin", "Quast", "quirin@quince.example"));
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", "mia").go("companies");
            console.search(PREFIX.strip());
            assertThat(console.row("Quartz")).containsText("Nobody yet");
            assertThat(console.row("Quarry")).not().containsText("Nobody yet");
            assertThat(page.getByTestId("close-many")).isDisabled();
            page.locator("thead").getByRole(AriaRole.CHECKBOX).check();
            assertThat(page.getByTestId("close-many")).hasText("Deactivate portals (3)");
            looks(page, "console-companies-selected");

            page.getByTestId("close-many").click();
            assertThat(console.question()).containsText("Nobody can enter any of them any more");
            assertThat(console.question().locator("li"))
                    .hasText(new String[] {"Quince Quarry", "Quince Quartz", "Quince Quilts"});
            looks(page, "console-close-many");
            assertThat(ids).allMatch(ConsoleCompaniesIT::isActive);
            Portal.ok(Portal.mia().delete("/admin/realms/northwind/organizations/" + gone));
            page.getByTestId("confirm").click();

            assertThat(console.question()).containsText("Done: 2, refused: 1");
            assertThat(result(console, "Quarry")).containsText("Not active any more");
            assertThat(result(console, "Quartz")).containsText("Not active any more");
            assertThat(result(console, "Quilts"))
                    .containsText(Pattern.compile("This is not there, or not any more. Trace id: [0-9a-f]{32}"));
            looks(page, "console-closed-many");
            page.getByTestId("bulk-close").click();
            assertThat(page.locator("tbody tr")).hasCount(2);
            assertThat(console.row("Quarry")).containsText("Not active");
            assertThat(page.getByTestId("close-many")).isDisabled();
            assertThat(ids).noneMatch(ConsoleCompaniesIT::isActive);
        }
    }

    @Test
    void navigationOpensByItsButtonAndOnAPhoneGivesWayToThePage() {
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", "theo");
            Locator button = page.locator("#nav-toggle");
            Locator closed = page.locator(".pf-v5-c-page__sidebar[inert]");
            assertThat(closed).hasCount(0);
            button.click();
            assertThat(closed).hasCount(1);
            button.press("Enter");
            assertThat(button).hasAttribute("aria-expanded", "true");
            assertThat(closed).hasCount(0);

            page.setViewportSize(390, 844);
            assertThat(button).hasAttribute("aria-expanded", "false");
            assertThat(closed).hasCount(1);
            button.click();
            console.go("companies");
            assertThat(closed).hasCount(1);
            console.search("birch");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Birch Bakery OÜ"))
                    .click();
            assertThat(page.getByTestId("view-header")).hasText("Birch Bakery OÜ");
        }
    }

    private static Locator result(ConsolePage console, String name) {
        return console.question().locator("li").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void signIn(Contact contact) {
        Mailbox mailbox = Mailbox.of(contact.email());
        Portal.ok(Portal.invite(contact));
        new Visitor().use(Mailbox.link(mailbox.next()));
    }

    private static boolean isActive(String company) {
        return Portal.ok(Portal.mia().get(Portal.ADMIN + "/companies/" + company))
                .json()
                .path("active")
                .asBoolean();
    }
}
