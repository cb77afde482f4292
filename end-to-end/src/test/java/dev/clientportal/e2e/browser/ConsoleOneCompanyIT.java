package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.TestFirm;
import dev.clientportal.e2e.access.FineGrained;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The section "Client portal" for an admin whom fine-grained permissions let look after a single company. */
@InBrowser
@Tag("B1")
class ConsoleOneCompanyIT {
    private TestFirm firm;
    private String helper;
    private Contact ofMine;
    private Contact ofOther;

    @BeforeEach
    void newFirm() {
        firm = TestFirm.create().openWithMail();
        Portal.ok(admin().put("/admin/realms/" + firm.realm(), Map.of("adminTheme", "client-portal")));
        ofMine = firm.addContact(company("Juniper Jams"), "Juta", "Jõgi");
        ofOther = firm.addContact(company("Larch Lamps"), "Lauri", "Laas");
        helper = new FineGrained(firm).helperOf(ofMine.companyId());
    }

    @AfterEach
    void removeFirm() {
        firm.remove();
    }

    @Test
    void adminOfOneCompanySeesThatOneAndNothingOfOthers() {
        for (Contact contact : List.of(ofMine, ofOther)) {
            firm.invite(contact);
        }
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = signIn(page).go("companies");
            assertThat(console.row("Juniper Jams")).isVisible();
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(console.section().getByRole(AriaRole.LINK))
                    .hasText(new String[] {"Companies", "Contacts", "Invitations", "Differences"});
            ConsoleLooks.looks(page, "console-one-companies");

            console.go("contacts");
            assertThat(console.row("Juta Jõgi")).isVisible();
            assertThat(page.locator("tbody tr")).hasCount(1);
            console.go("invitations");
            assertThat(page.getByTestId("view-header")).hasText("Invitations");
            assertThat(console.row("Juta Jõgi")).isVisible();
            assertThat(page.locator("tbody tr")).hasCount(1);
            console.go("differences");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("No differences");
            console.openOurs("openings");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Nothing was opened together yet");

            for (String other : new String[] {
                "companies/" + ofOther.companyId(), "companies/" + ofOther.companyId() + "/contacts/" + ofOther.id()
            }) {
                console.openOurs(other);
                assertThat(page.getByTestId("refusal")).containsText("You are not allowed to do this.");
                assertThat(page.getByTestId("refusal")).containsText(Pattern.compile("Trace id: *[0-9a-f]{32}"));
                assertThat(page.getByRole(AriaRole.MAIN)).not().containsText("Larch Lamps");
            }
            ConsoleLooks.looks(page, "console-one-refused");
            for (String closed : new String[] {"mails", "settings"}) {
                console.openOurs(closed);
                assertThat(page.getByRole(AriaRole.MAIN)).containsText("Forbidden, permission needed: view-realm");
            }
        }
    }

    @Test
    @Tag("B3")
    @Tag("B5")
    void adminOfOneCompanyLetsAContactInAndShutsThemOut() {
        String email = "jaan.juhan@juniper.example";
        Mailbox mailbox = Mailbox.of(email);
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = signIn(page).go("companies");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Juniper Jams"))
                    .click();
            page.getByTestId("add-contact").click();
            page.getByTestId("add-email").fill(email);
            page.getByTestId("add-firstName").fill("Jaan");
            page.getByTestId("add-lastName").fill("Juhan");
            page.getByTestId("add-open").check();
            page.getByTestId("add").click();
            assertThat(console.row(email)).containsText("Enabled");

            console.act("Jaan Juhan", "Send invite");
            mailbox.next();
            console.act("Jaan Juhan", "Block");
            assertThat(console.row("Jaan Juhan")).containsText("Blocked");
            ConsoleLooks.looks(page, "console-one-company");

            console.row("Jaan Juhan").getByRole(AriaRole.LINK).click();
            page.getByTestId("finding-contact_blocked")
                    .getByRole(AriaRole.BUTTON)
                    .click();
            console.confirm();
            assertThat(page.getByTestId("finding-contact_blocked")).hasCount(0);
            page.getByTestId("right-SIGN_DOCUMENTS").uncheck();
            page.getByTestId("save-rights").click();
            page.getByTestId("record-phone").fill("+372 555 0101");
            page.getByTestId("save-record").click();
            assertThat(page.getByText("The firm’s record was saved.")).isVisible();
            assertThat(page.getByTestId("refusal")).hasCount(0);
            ConsoleLooks.looks(page, "console-one-contact");
            page.goBack();

            page.getByTestId("company-active").click(new Locator.ClickOptions().setForce(true));
            console.confirm();
            assertThat(page.getByTestId("company-active")).not().isChecked();
            assertThat(isActive(ofMine)).isFalse();
            assertThat(isActive(ofOther)).isTrue();
        }
    }

    private ConsolePage signIn(Page page) {
        return ConsolePage.of(page, firm.realm(), firm.realm(), helper);
    }

    private String company(String name) {
        String alias = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        Map<String, ?> wanted = Map.of("alias", alias, "name", name, "active", true);
        return Portal.ok(admin().post(firm.admin() + "/companies", wanted))
                .json()
                .path("id")
                .asText();
    }

    /** Whether the portal of the contact's company is active. */
    private boolean isActive(Contact contact) {
        return Portal.ok(admin().get(firm.admin() + "/companies/" + contact.companyId()))
                .json()
                .path("active")
                .asBoolean();
    }

    private static Api admin() {
        return Portal.administrator();
    }
}
