package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.clientportal.e2e.browser.ConsoleData.addCompany;
import static dev.clientportal.e2e.browser.ConsoleData.addContact;
import static dev.clientportal.e2e.browser.ConsoleData.openCompany;
import static dev.clientportal.e2e.browser.ConsoleLooks.looks;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.clientportal.e2e.Browser;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.StaffMember;
import dev.clientportal.e2e.TestSupport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The section "Client portal" of the admin console. */
@InBrowser
class ConsoleIT {
    private static final Duration MAIL_PAUSE = Duration.ofSeconds(61);
    private static final int PAGE = 20;
    private static final Pattern OUR_PAGE = Pattern.compile("/assets/(\\w+Page)-[^/]+\\.js$");

    @Test
    @Tag("A5")
    @Tag("B5")
    @Tag("B6")
    @Tag("S17")
    void adminOpensACompanyAndInvitesIntoIt() {
        String name = "Elm Events";
        addCompany(name);
        String email = "mari.mets@elm.example";
        Mailbox mailbox = Mailbox.of(email);
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", "mia").go("companies");
            console.search("elm");
            assertThat(console.row(name)).containsText("Not active");

            console.choose(name, "Activate portal");
            assertThat(console.question()).containsText("can sign in from then on");
            console.confirm();

            assertThat(console.row(name)).not().containsText("Not active");
            assertThat(page).hasURL(Pattern.compile("search=elm$"));
            page.reload();
            assertThat(console.row(name)).hasCount(1);
            looks(page, "console-companies");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                    .click();
            assertThat(page.getByTestId("portal-address").locator("input")).hasValue(Pattern.compile("^https?://.+"));
            page.getByTestId("add-contact").click();
            page.getByTestId("add-email").fill(email);
            page.getByTestId("add-firstName").fill("Mari");
            page.getByTestId("add-lastName").fill("Mets");
            looks(page, "console-add-contact");
            page.getByTestId("add").click();

            assertThat(console.row(email)).containsText("Enabled");
            String first = Mailbox.link(mailbox.next());
            looks(page, "console-company");
            console.choose("Mari Mets", "Resend invite");
            page.getByTestId("confirm").click();
            assertThat(page.getByTestId("refusal")).containsText("Too many mails in a short time");
            assertThat(page.getByTestId("refusal")).containsText(Pattern.compile("Trace id: *[0-9a-f]{32}"));
            looks(page, "console-refusal");

            TestSupport.moveClock(MAIL_PAUSE);
            console.confirm();
            LinkPage.of(person.newTab(), Mailbox.link(mailbox.next()));
            DoorPage.of(person.newTab(), first);
        }
    }

    @Test
    @Tag("B1")
    @Tag("B2")
    @Tag("B3")
    @Tag("B4")
    @Tag("B12")
    @Tag("B16")
    void adminShutsAContactOutAndLetsThemInAgain() {
        String name = "Fir Foods";
        String company = openCompany(name);
        Contact contact = addContact(company, "Leo", "Lepp", "leo.lepp@fir.example");
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", "mia").openOurs("companies/" + company);

            console.choose("Leo Lepp", "Block");
            assertThat(console.question()).containsText("Other companies are not touched");
            looks(page, "console-block");
            console.confirm();
            assertThat(console.row("Leo Lepp")).containsText("Blocked");
            assertThat(state(contact)).isEqualTo("BLOCKED");

            console.row("Leo Lepp").getByRole(AriaRole.LINK).click();
            assertThat(page.getByTestId("diagnosis")).containsText("The contact cannot log in");
            looks(page, "console-contact");
            page.goBack();

            console.act("Leo Lepp", "Unblock");
            assertThat(console.row("Leo Lepp")).containsText("Has to accept");
            console.act("Leo Lepp", "Disable access");
            assertThat(console.row("Leo Lepp")).containsText("Disabled");
            console.act("Leo Lepp", "Enable silently");
            assertThat(console.row("Leo Lepp")).containsText("Enabled");

            page.getByTestId("company-active").click(new Locator.ClickOptions().setForce(true));
            assertThat(console.question()).containsText("Nobody can enter " + name);
            console.confirm();
            assertThat(page.getByTestId("view-header").locator("xpath=../../.."))
                    .containsText("Not active");
            assertThat(Mailbox.of(contact.email()).unseen()).isEmpty();
        }
    }

    @Test
    @Tag("B11")
    void manyContactsAreDoneAtOnceAndEachRefusalIsNamed() {
        String company = openCompany("Hazel Homes");
        Contact blocked = addContact(company, "Hana", "Haav", "hana@hazel.example");
        Contact open = addContact(company, "Hans", "Hein", "hans@hazel.example");
        Portal.ok(Portal.mia().post(blocked.path() + "/block"));
        Mailbox mailbox = Mailbox.of(open.email());
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", "mia").go("contacts");
            console.search("han");
            for (Contact contact : new Contact[] {blocked, open}) {
                console.row(contact.email()).getByRole(AriaRole.CHECKBOX).check();
            }
            looks(page, "console-contacts");

            page.getByTestId("bulk-invite").click();
            page.getByTestId("confirm").click();

            assertThat(console.question()).containsText("Done: 1, refused: 1");
            assertThat(console.question()).containsText("The contact is blocked. Unblock them first.");
            looks(page, "console-bulk");
            page.getByTestId("bulk-close").click();
            mailbox.next();
            console.go("mails");
            assertThat(page.getByTestId("waiting")).isVisible();
            page.getByTestId("filter-kind").selectOption("invitation");
            page.getByTestId("filter-state").selectOption("sent");
            assertThat(page).hasURL(Pattern.compile("kind=invitation&state=sent$"));
            assertThat(console.row("Invitation").first()).containsText("Sent");
            looks(page, "console-mails");
        }
    }

    @Test
    @Tag("B11")
    void allRowsAreSelectedOnAPhoneToo() {
        String company = openCompany("Yew Yachts");
        addContact(company, "Yara", "Yld", "yara@yew.example");
        addContact(company, "Yann", "Yks", "yann@yew.example");
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", "mia").openOurs("contacts?search=ya");
            assertThat(console.row("yew.example")).hasCount(2);
            assertThat(page.getByTestId("select-all")).isHidden();
            page.setViewportSize(Pictures.PHONE, 844);
            assertThat(page.getByTestId("bulk-enable")).isDisabled();

            page.getByTestId("select-all").check();

            assertThat(page.getByTestId("bulk-enable")).isEnabled();
            for (Locator box :
                    page.locator("tbody").getByRole(AriaRole.CHECKBOX).all())
                assertThat(box).isChecked();
            Browser.screenshot(page, "console-select-all");
            page.getByTestId("select-all").uncheck();
            assertThat(page.getByTestId("bulk-enable")).isDisabled();
        }
    }

    @Test
    @Tag("B1")
    void whoMayOnlyLookIsOfferedNothingElse() {
        Contact contact = Portal.newContact("birch-bakery");
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", "theo").go("companies");
            console.search("birch");
            assertThat(console.row("Birch Bakery OÜ")).isVisible();
            assertThat(page.locator("tbody button")).hasCount(0);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Birch Bakery OÜ"))
                    .click();
            // Both pages have a field to search by.
            assertThat(page.getByTestId("view-header")).hasText("Birch Bakery OÜ");
            console.search(contact.email());
            assertThat(console.row(contact.email())).isVisible();
            assertThat(page.locator("tbody button")).hasCount(0);
            assertThat(page.getByTestId("add-contact")).hasCount(0);
            assertThat(page.getByTestId("company-active")).hasCount(0);
            assertThat(page.getByTestId("refusal")).hasCount(0);
            assertThat(console.section().getByTestId("nav-item-mails")).hasCount(0);
        }
    }

    @Test
    @Tag("B1")
    void whoHasNoRightsThereSeesNoSectionAndNoPage() {
        StaffMember other = StaffMember.create().with("view-events");
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", other.name());
            assertThat(page.getByTestId("nav-item-events")).isVisible();
            assertThat(console.section()).hasCount(0);
            console.openOurs("companies");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Forbidden, permission needed: query-organizations");
            assertThat(page.locator("table")).hasCount(0);
        }
    }

    @Test
    void administratorOfAllRealmsHasItBesideTheConsolesOwnPages() {
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "master", "admin").go("companies");
            console.search("birch");
            assertThat(console.row("Birch Bakery OÜ")).isVisible();
            for (Map.Entry<String, String> stock : Map.of(
                            "users", "Users",
                            "organizations", "Organizations",
                            "clients", "Clients",
                            "realm-settings", "Northwind Accounting",
                            "events", "Events")
                    .entrySet()) {
                page.getByTestId("nav-item-" + stock.getKey()).click();
                assertThat(page.getByTestId("view-header")).hasText(stock.getValue());
            }
            console.open("/master/users");
            // The console follows its own links, not what is typed.
            page.reload();
            assertThat(page.getByTestId("currentRealm")).hasText("Keycloak");
            assertThat(console.section()).hasCount(0);
        }
    }

    @Test
    void eachPageOfOursLoadsItsOwnFileAndNoOther() {
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", "mia");
            List<String> loaded = new ArrayList<>();
            page.onResponse(answer -> {
                Matcher file = OUR_PAGE.matcher(answer.url());
                if (file.find()) loaded.add(file.group(1));
            });
            for (String title : List.of("Companies", "Mails", "Settings")) {
                loaded.clear();
                console.go(title.toLowerCase(Locale.ROOT));
                assertThat(page.getByTestId("view-header")).hasText(title);
                assertThat(loaded).containsExactly(title + "Page");
            }
        }
    }

    @Test
    void listGoesOnWhereItsAddressSays() {
        String company = openCompany("Iris Imports");
        List<Map<String, String>> people = IntStream.rangeClosed(1, PAGE + 1)
                .mapToObj(number -> Map.of("email", "person%02d@iris.example".formatted(number)))
                .toList();
        Portal.ok(Portal.mia()
                .post(
                        Portal.ADMIN + "/companies/" + company + "/contacts/bulk",
                        Map.of("contacts", people, "silent", true)));
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", "theo").openOurs("companies/" + company);
            assertThat(page.locator("tbody tr")).hasCount(PAGE);

            page.getByTestId("next-page").click();

            assertThat(console.row("person21@iris.example")).isVisible();
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.reload();
            assertThat(console.row("person21@iris.example")).isVisible();
            page.getByTestId("previous-page").click();
            assertThat(page.locator("tbody tr")).hasCount(PAGE);
        }
    }

    private static String state(Contact contact) {
        return Portal.ok(Portal.mia().get(contact.path())).json().path("state").asText();
    }
}
